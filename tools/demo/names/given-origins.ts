/** Where a name comes from: decides which given names go with which family names. */
export type Origin =
  | 'french'
  | 'breton'
  | 'maghreb'
  | 'west_african'
  | 'asian'
  | 'portuguese'
  | 'turkish'
  | 'comorian'
  | 'eastern'
  | 'middle_eastern'
  | 'reunion'
  | 'tamil'
  | 'chinese'
  | 'gujarati'
  | 'malagasy'
  | 'central_african';

/** Given names by origin, where they change little with the decade. */
export const GIVEN_BY_ORIGIN: Readonly<Record<Exclude<Origin, 'french'>, Readonly<{ women: string; men: string }>>> = {
  breton: {
    women:
      'Nolwenn Gwenaëlle Enora Maïwenn Rozenn Soazig Gaëlle Morgane Typhaine Bleuenn Katell Azenor Lenaïg Annaïg Sterenn Aziliz Youna Maëlle Armelle Tiphaine Gwenn Solenn Nolwen Klervi Riwanon Mari Louane Eodez',
    men: 'Erwan Yann Gwendal Malo Ewen Titouan Mael Ronan Tanguy Gildas Loïc Goulven Killian Kerrian Youenn Gurvan Alan Brieuc Corentin Tudual Riwal Maël Glen Elouan Morvan Yannick Hervé Ewan Pol Armel Mikaël Nolan',
  },
  maghreb: {
    women:
      'Fatima Khadija Yasmine Inès Samira Nadia Leïla Amina Sofia Nour Imane Salma Meryem Sabrina Hanane Kenza Souad Rania Asma Lina Sihem Nawel Houria Chaïma Farah Naïma Assia Wafa Djamila Ikram Siham Aïcha Zineb Malika',
    men: 'Mohamed Karim Mehdi Yassine Bilal Amine Rachid Sofiane Ayoub Nabil Hicham Ilyes Walid Hamza Samir Younes Anis Omar Abdelkader Reda Ismaël Ryad Mourad Zakaria Tarik Fouad Khalid Oussama Badr Salim Nassim Adel Yacine Hakim',
  },
  west_african: {
    women:
      'Aminata Fatoumata Mariama Aïssatou Kadiatou Awa Fanta Bintou Maïmouna Oumou Hawa Ramatoulaye Djeneba Assetou Khady Ndeye Coumba Adama Rokia Salimata Mariam Nafissatou Sira Nana',
    men: 'Mamadou Ibrahima Ousmane Moussa Amadou Boubacar Souleymane Abdoulaye Cheick Modibo Alpha Thierno Lassana Sekou Bakary Issa Demba Idrissa Seydou Oumar Fodé Yaya Lamine Aboubacar Drissa Daouda',
  },
  central_african: {
    women: 'Grâce Divine Merveille Ruth Esther Naomie Prisca Dorcas Bénédicte Chancelle Gloire Ornella Raïssa Jessie Nadège',
    men: 'Christian Dieumerci Gloire Exaucé Jordy Chancel Junior Trésor Héritier Cédrick Yannis Glody Merdi Prince Patient',
  },
  asian: {
    women: 'Linh Mai Thi-Lan Kim-Anh Thuy Hoa Mei Lina Sophie Kanya Sophea Bopha Minh-Chau Julie Émilie Somphone Ngoc',
    men: 'Minh Duc Tuan Anh-Tuan Hai Kevin David Phong Long Sokha Vannak Wei Bao Thanh Dara Khamphet Hung',
  },
  portuguese: {
    women: 'Maria Ana Sandra Sofia Inês Mélanie Carla Patricia Beatriz Mariana Diana Cristina Elsa Vanessa Catarina',
    men: 'Carlos Paulo Tiago Diogo Miguel Rui David Bruno Nuno Hugo Filipe André José Ricardo Fabio Daniel',
  },
  turkish: {
    women: 'Elif Zeynep Ayşe Fatma Esra Merve Büşra Selin Emine Dilara Sevda Melek Gamze Hatice',
    men: 'Mehmet Mustafa Emre Yusuf Ali Hasan Burak Enes Kemal Serkan Ömer Furkan Ibrahim Murat',
  },
  comorian: {
    women: 'Fatima Zaïnaba Anrafa Echati Moinaecha Roukia Nassuf Hidaya Salama Zalihata Anziza Faïza Mariama Charifa Soifiat Rahamata',
    men: 'Abdou Saïd Nadjim Ibrahim Ali Fahad Soilihi Djamal Housseni Anli Nassur Ahamadi Youssouf Attoumani Ismaël Farouk Mohamadi',
  },
  eastern: {
    women: 'Oksana Natalia Iryna Elena Mariam Ana Olena Daria Nino Teona Alina Viktoria Anahit Milena Ioana Larisa',
    men: 'Andrei Oleksandr Dmytro Artur Giorgi Luka Mihai Ivan Bogdan Vasyl Levan Tigran Alexandru Denys Stefan',
  },
  middle_eastern: {
    women: 'Zahra Maryam Rima Hala Shirin Parwana Nasrin Dima Rasha Sahar Freshta Laila Nour Yara',
    men: 'Ahmad Farid Jawad Najib Omid Rohullah Samiullah Hassan Mustafa Khaled Abdulrahman Zabihullah Ali Nasir Bashir Majd',
  },
  reunion: {
    women:
      'Marie-Josée Marie-Annick Marie-Thérèse Ginette Josiane Marie-Claude Nadine Sabrina Mélissa Vanessa Priscilla Anaïs Océane Laura Maéva Ophélie Manon Chloé Émilie Aurélie Stéphanie Samantha Elodie Noémie Coralie Kelly Laëtitia Marie-Laure Emmanuelle Alicia Loana Lucie Eva Jade Léa Clara Gwladys Audrey Solène Mégane Tatiana Daniella Johanna Shana Yolène',
    men: 'Jean-Yves Jean-Marie Expédit Jean-Claude Mickaël Jean-François Giovanny Kévin Ludovic Loïc Mathis Lucas Dimitri Jordan Anthony Kyllian Emmanuel Yoann Jean-Fred Fabrice Dylan Frédéric Teddy Mathieu Thierry Grégory Enzo Nathan Hugo Rayan Jérémie Bryan Jason Florian Jimmy Johan Cédric Willy Jean-René Steeve Davy Julien Samuel Brandon Noa Terry Yannis',
  },
  tamil: {
    women: 'Marie-Priscilla Anjali Kamala Valérie Virginie Sita Lakshmi Laura Mirella Saraswathi Prisca Jessica Devika Nathalie Ludmila',
    men: 'Fabrice Jean-Régis Kevin Daniel Roland Govinden Sully Rajen Krishna Christopher Loïc Patrice Axel Vincent Swan',
  },
  chinese: {
    women: 'Marie-Line Nathalie Sylvie Émilie Laura Mélanie Stéphanie Lise-May Chloé Karine',
    men: 'Bernard Jean-Pierre Olivier Kevin Alexandre Thierry Mickaël Julien Eric Jean-Noël',
  },
  gujarati: {
    women: 'Nadia Sarah Zakia Rashida Amina Farida Noor Shamima Yasmina Ayesha',
    men: 'Iqbal Salim Aslam Ismaël Yacoub Mehdi Nazir Farouk Zaheer Idriss',
  },
  malagasy: {
    women: 'Voahangy Haja Lalaina Miora Hanitra Fanja Nirina Tiana Sitraka Malala Noro Vola',
    men: 'Hery Tojo Rado Faly Mamy Andry Tahina Solofo Toky Naina Lova Fetra',
  },
};
