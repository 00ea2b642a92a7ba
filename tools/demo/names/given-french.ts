/** Given names of mainland France by decade of birth. */
export const GIVEN_FRENCH: Readonly<Record<'women' | 'men', Readonly<Record<number, string>>>> = {
  women: {
    1960: 'Catherine Brigitte Sylvie Martine Christine Véronique Nathalie Isabelle Patricia Corinne Pascale Dominique Marie-Christine Valérie Laurence Florence Annick Béatrice Chantal Fabienne Françoise Evelyne Marie-Laure Odile Agnès',
    1970: 'Sandrine Stéphanie Karine Christelle Sophie Céline Virginie Delphine Séverine Laetitia Nathalie Valérie Carole Magali Anne-Sophie Emmanuelle Estelle Katia Sonia Nadège Myriam Cécile Hélène Claire Vanessa Peggy',
    1980: 'Aurélie Émilie Élodie Julie Mélanie Audrey Jessica Laura Jennifer Marion Sabrina Amandine Cindy Aurore Charlotte Mathilde Angélique Caroline Alexandra Pauline Marie Fanny Lucie Delphine Gwendoline Ludivine Noémie',
    1990: 'Laura Marine Camille Manon Marion Pauline Justine Léa Océane Morgane Anaïs Chloé Mathilde Alexia Mélissa Margaux Coralie Kelly Ophélie Solène Clémence Lisa Juliette Amélie Marie Jade Cassandra Laurine Elisa Priscilla',
    2000: 'Léa Emma Manon Chloé Camille Clara Océane Inès Sarah Lucie Jade Marie Lola Mathilde Louise Maëlys Lilou Romane Eva Anaïs Zoé Juliette Lisa Noémie Élise Célia Louna Margot Clémence Julia Ambre Lou Maëlle Laly Elsa Lana Typhaine Flavie Salomé Candice',
    2010: 'Emma Louise Jade Alice Chloé Lina Mila Manon Lola Zoé Léna Inès Camille Rose Juliette Romane Louna Ambre Julia Anna Agathe Lou Nina Éva Lucie Léonie Jeanne',
  },
  men: {
    1960: 'Philippe Patrick Pascal Thierry Christophe Bruno Didier Éric Laurent Marc Dominique Jean-Luc Gilles Olivier Serge Hervé Denis Frédéric Alain Jean-Marc Michel Daniel Yves Joël Christian Franck',
    1970: 'Stéphane Christophe David Sébastien Laurent Frédéric Olivier Nicolas Jérôme Cédric Fabrice Ludovic Arnaud Grégory Franck Bruno Samuel Vincent Emmanuel Benoît Yannick Thierry Guillaume Mickaël Régis',
    1980: 'Nicolas Julien Jérémy Mickaël Guillaume Thomas Romain Anthony Kévin Benjamin Jonathan Maxime Alexandre Damien Florian Cédric Mathieu Vincent Adrien Sylvain Yoann Rémi Arnaud Matthieu Pierre Aurélien Johan',
    1990: 'Thomas Kévin Alexandre Maxime Quentin Nicolas Florian Valentin Lucas Théo Antoine Clément Dylan Jordan Hugo Romain Corentin Bastien Alexis Guillaume Axel Jérémy Dorian Simon Steven Brandon Rémi Mathieu Benjamin',
    2000: 'Lucas Enzo Mathis Hugo Théo Nathan Louis Maxime Tom Clément Noah Ethan Léo Baptiste Raphaël Jules Matéo Evan Arthur Paul Alexis Antoine Yanis Quentin Timéo Sacha Gabriel Maël Mattéo Esteban Robin Axel Kylian Valentin Noé Simon Bastien Lenny Aurélien Gabin Tristan',
    2010: 'Gabriel Raphaël Louis Jules Lucas Adam Hugo Léo Arthur Nathan Tom Ethan Paul Noah Sacha Mathis Timéo Théo Nolan Gabin Enzo Maël Axel Aaron Robin Liam',
  },
};
