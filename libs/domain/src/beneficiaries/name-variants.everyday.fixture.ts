import { below, filed, hidden, typed } from './name-variants.types.fixture';
import type { NameVariant } from './name-variants.types.fixture';

/** Accents, hyphens, swapped names, typing errors, dates, names of use. */
export const EVERYDAY_VARIANTS: readonly NameVariant[] = [
  {
    kind: 'accents',
    filed: filed('Lefèvre', 'Chloé', '2004-03-14'),
    typed: typed('LEFEVRE', 'chloe', '2004-03-14'),
    others: [
      hidden('sibling', 'Lefèvre', 'Théo', '2006-09-02'),
      hidden('homonym', 'Lefebvre', 'Chloé', '1998-11-20'),
      hidden('same_day', 'Lemoine', 'Clara', '2004-03-14'),
      hidden('parent', 'Lefèvre', 'Isabelle', '1973-03-14'),
    ],
  },
  {
    kind: 'accents',
    filed: filed('Bœuf', 'Anaïs', '2001-12-05'),
    typed: typed('Boeuf', 'Anais', '2001-12-05'),
    others: [
      below('twin', 'Bœuf', 'Inès', '2001-12-05'),
      hidden('homonym', 'Le Bœuf', 'Anaïs', '1989-06-17'),
      hidden('keyboard', 'Brouf', 'Alais', '1995-02-05'),
    ],
  },
  {
    kind: 'accents',
    filed: filed('Gütschenritter', 'Loïc', '1999-07-30'),
    typed: typed('Gutschenriter', 'Loic', '1999-07-30'),
    others: [
      hidden('sibling', 'Gütschenritter', 'Maëlle', '2002-01-11'),
      hidden('homonym', 'Guth', 'Loïc', '1999-10-30'),
      hidden('parent', 'Gütschenritter', 'Marc', '1968-07-03'),
    ],
  },
  {
    kind: 'accents',
    filed: filed('Nuñez', 'Éloïse', '2005-02-28'),
    typed: typed('Nunez', 'Eloise', '2005-02-28'),
    others: [
      hidden('homonym', 'Nuñez', 'Éloïse', '1979-08-09'),
      hidden('sibling', 'Nuñez', 'Hugo', '2003-05-28'),
      hidden('sounds_alike', 'Nunes', 'Héloïse', '1992-02-27'),
    ],
  },
  {
    kind: 'hyphens',
    filed: filed('Martin', 'Jean-Baptiste', '2000-10-10'),
    typed: typed('Martin', 'Jean Baptiste', '2000-10-10'),
    others: [
      hidden('homonym', 'Martin', 'Jean', '1961-10-10'),
      hidden('homonym', 'Martin', 'Baptiste', '2002-04-19'),
      hidden('homonym', 'Martin', 'Jean-Baptiste', '1987-03-25'),
      hidden('shared_name', 'Martin', 'Jean-Pierre', '2000-01-10'),
    ],
  },
  {
    kind: 'hyphens',
    filed: filed('Durand-Petit', 'Marie-Ange', '1998-06-21'),
    typed: typed('Durand Petit', 'Marieange', '1998-06-21'),
    others: [
      hidden('sibling', 'Durand-Petit', 'Marie-Lou', '2000-06-12'),
      hidden('shared_name', 'Durand', 'Marie', '1998-11-21'),
      hidden('shared_name', 'Petit', 'Ange', '1994-06-01'),
    ],
  },
  {
    kind: 'hyphens',
    filed: filed("L'Hostis", 'Anne-Laure', '1995-04-03'),
    typed: typed('Lhostis', 'Annelaure', '1995-04-03'),
    others: [
      hidden('parent', "L'Hostis", 'Anne', '1966-04-13'),
      hidden('sibling', "L'Hostis", 'Paul', '1997-08-23'),
      hidden('sounds_alike', 'Lostic', 'Laure', '1991-04-30'),
    ],
  },
  {
    kind: 'swapped',
    filed: filed('Thomas', 'Gabriel', '2006-01-19'),
    typed: typed('Gabriel', 'Thomas', '2006-01-19'),
    others: [
      hidden('homonym', 'Gabriel', 'Thomas', '1990-12-11'),
      below('twin', 'Thomas', 'Gabin', '2006-01-19'),
      hidden('homonym', 'Thomas', 'Gabrielle', '2001-09-19'),
      hidden('sibling', 'Thomas', 'Raphaël', '2008-01-09'),
    ],
  },
  {
    kind: 'swapped',
    filed: filed('Renaud', 'Alix', '2003-08-08'),
    typed: typed('Alix', 'Renaud', '2003-08-08'),
    others: [
      hidden('homonym', 'Renaud', 'Alice', '1999-05-18'),
      hidden('homonym', 'Alix', 'Renaud', '1975-02-14'),
      hidden('same_day', 'Renard', 'Félix', '2003-08-08'),
    ],
  },
  {
    kind: 'swapped',
    filed: filed('Nguyen', 'Thi Mai Linh', '2002-05-16'),
    typed: typed('Mai Linh', 'Nguyen', '2002-05-16'),
    others: [
      hidden('homonym', 'Nguyen', 'Thi Mai', '1984-05-06'),
      hidden('sibling', 'Nguyen', 'Van Minh', '2005-10-22'),
      hidden('homonym', 'Nguyen', 'Linh', '1996-01-16'),
      hidden('parent', 'Nguyen', 'Thi Lan', '1972-05-16'),
    ],
  },
  {
    kind: 'typing',
    filed: filed('Moreau', 'Camille', '2004-11-27'),
    typed: typed('Moraeu', 'Camille', '2004-11-27'),
    others: [
      hidden('homonym', 'Moreau', 'Camille', '1993-07-07'),
      hidden('sibling', 'Moreau', 'Lucie', '2007-11-17'),
      hidden('same_day', 'Morel', 'Candice', '2004-11-27'),
      hidden('keyboard', 'Noreau', 'Camila', '1982-11-01'),
    ],
  },
  {
    kind: 'typing',
    filed: filed('Girard', 'Mathéo', '2005-09-13'),
    typed: typed('Girarf', 'Matheo', '2005-09-13'),
    others: [
      below('twin', 'Girard', 'Mathis', '2005-09-13'),
      hidden('homonym', 'Girard', 'Mathéo', '2009-02-03'),
      hidden('sounds_alike', 'Gérard', 'Matthieu', '1988-09-23'),
    ],
  },
  {
    kind: 'typing',
    filed: filed('Charpentier', 'Océane', '1997-03-03'),
    typed: typed('Charpentie', 'Ocane', '1997-03-03'),
    others: [
      hidden('sibling', 'Charpentier', 'Morgane', '1994-03-30'),
      hidden('homonym', 'Carpentier', 'Océane', '2001-12-13'),
      hidden('shared_name', 'Charpentier', 'Solène', '1999-08-03'),
    ],
  },
  {
    kind: 'typing',
    filed: filed('Blanchard', 'Enzo', '2007-06-06'),
    typed: typed('Blnachard', 'Enzi', '2007-06-06'),
    others: [
      hidden('homonym', 'Blanchard', 'Enzo', '2003-01-26'),
      hidden('sibling', 'Blanchard', 'Lenny', '2009-06-16'),
      hidden('keyboard', 'Blanchet', 'Renzo', '1996-06-09'),
      hidden('parent', 'Blanchard', 'Éric', '1977-06-06'),
    ],
  },
  {
    kind: 'typing',
    filed: filed('Fontaine', 'Léa', '2003-02-14', { phone: '0612345678' }),
    typed: typed('Fontiane', 'Lea', undefined, { phone: '06 12 34 56 78' }),
    others: [
      below('sibling', 'Fontaine', 'Noé', '2006-04-24', { phone: '0612345678' }),
      below('parent', 'Fontaine', 'Sylvie', '1971-12-14', { phone: '0612345678' }),
      hidden('keyboard', 'Fontan', 'Luc', '2000-07-14', { phone: '0612345687' }),
      hidden('couple', 'Meunier', 'Jules', '2001-03-19', { phone: '0612345678' }),
    ],
  },
  {
    kind: 'date',
    filed: filed('Rousseau', 'Manon', '2002-04-11'),
    typed: typed('Rousseau', 'Manon', '2002-11-04'),
    others: [
      hidden('homonym', 'Rousseau', 'Manon', '1991-09-25'),
      hidden('sibling', 'Rousseau', 'Marin', '2005-07-08'),
      hidden('same_day', 'Rossi', 'Margot', '2002-11-04'),
      hidden('homonym', 'Roussel', 'Manon', '1998-01-12'),
    ],
  },
  {
    kind: 'date',
    filed: filed('Dupuis', 'Kévin', '1996-08-23'),
    typed: typed('Dupuy', 'Kevin', '1996-08-28'),
    others: [
      hidden('homonym', 'Dupuy', 'Kévin', '1989-04-02'),
      hidden('sibling', 'Dupuis', 'Steven', '1999-12-05'),
      hidden('same_day', 'Dubois', 'Quentin', '1996-08-28'),
      hidden('shared_name', 'Dupuis', 'Karine', '1976-10-23'),
    ],
  },
  {
    kind: 'date',
    filed: filed('Bonnet', 'Sarah', '2000-01-31'),
    typed: typed('Bonnet', 'Sarah', '2001-01-31'),
    others: [
      hidden('homonym', 'Bonnet', 'Sarah', '1985-06-13'),
      hidden('sounds_alike', 'Bonet', 'Sacha', '2003-12-24'),
      hidden('same_day', 'Bonneau', 'Simon', '2001-01-31'),
    ],
  },
  {
    kind: 'name_of_use',
    filed: filed('Le Goff', 'Nathalie', '1979-05-22', { birthName: 'Perrin' }),
    typed: typed('Perrin', 'Nathalie', '1979-05-22'),
    others: [
      hidden('homonym', 'Perrin', 'Nathalie', '1968-11-02'),
      hidden('couple', 'Le Goff', 'Yannick', '1976-12-22'),
      hidden('shared_name', 'Le Goff', 'Noémie', '2004-05-02'),
      hidden('same_day', 'Perrot', 'Natacha', '1979-05-22'),
    ],
  },
  {
    kind: 'name_of_use',
    filed: filed('Marchand', 'Julien', '2003-10-02', { nameOfUse: 'Juliette' }),
    typed: typed('Marchand', 'Juliette', '2003-10-02'),
    others: [
      below('twin', 'Marchand', 'Justine', '2003-10-02'),
      hidden('homonym', 'Marchand', 'Juliette', '1994-03-29'),
      hidden('homonym', 'Marchant', 'Julien', '1999-12-20'),
    ],
  },
];
