import { below, filed, hidden, typed } from './name-variants.types.fixture';
import type { NameVariant } from './name-variants.types.fixture';

/** Names from North and West Africa, Asia, overseas and the rest of Europe, whose Latin spelling was never fixed. */
export const WORLD_VARIANTS: readonly NameVariant[] = [
  {
    kind: 'north_african',
    filed: filed('Benhaddou', 'Mohamed', '2003-01-15'),
    typed: typed('Ben Haddou', 'Mohammed', '2003-01-15'),
    others: [
      hidden('homonym', 'Benhaddou', 'Mohamed', '1986-09-04'),
      hidden('sibling', 'Benhaddou', 'Hamid', '2005-07-25'),
      hidden('homonym', 'Haddou', 'Mohamed', '1998-12-05'),
      below('twin', 'Benhaddou', 'Mohsine', '2003-01-15'),
    ],
  },
  {
    kind: 'north_african',
    filed: filed('El Khattabi', 'Fatima Zahra', '2000-11-03'),
    typed: typed('Elkhatabi', 'Fatima-Zohra', '2000-11-03'),
    others: [
      hidden('homonym', 'El Khattabi', 'Fatima', '1977-02-13'),
      hidden('sibling', 'El Khattabi', 'Zineb', '2002-06-23'),
      hidden('shared_name', 'Khatib', 'Fatima Zahra', '1995-04-07'),
    ],
  },
  {
    kind: 'north_african',
    filed: filed('Boucherit', 'Abdelkader', '1995-05-27'),
    typed: typed('Bousherit', 'Abd el Kader', '1995-05-27'),
    others: [
      hidden('parent', 'Boucherit', 'Abdelkader', '1964-10-07'),
      hidden('sibling', 'Boucherit', 'Abderrahmane', '1998-01-17'),
      hidden('sounds_alike', 'Bouchareb', 'Abdelkrim', '1993-12-27'),
    ],
  },
  {
    kind: 'north_african',
    filed: filed('Cherif', 'Youssef', '2004-07-07'),
    typed: typed('Sherif', 'Yousef', '2004-07-07'),
    others: [
      hidden('homonym', 'Cherif', 'Youssef', '1999-10-17'),
      hidden('sibling', 'Cherif', 'Yasmine', '2007-02-27'),
      hidden('homonym', 'Cherfi', 'Yassine', '2002-03-07'),
      hidden('same_day', 'Chérif', 'Adam', '1988-07-07'),
    ],
  },
  {
    kind: 'north_african',
    filed: filed('Oulhadj', 'Khadija', '1992-04-30'),
    typed: typed('Ould Hadj', 'Hadidja', '1992-04-30'),
    others: [
      hidden('sibling', 'Oulhadj', 'Karima', '1989-08-20'),
      hidden('homonym', 'Belhadj', 'Khadija', '1981-01-10'),
      hidden('same_day', 'Oukaci', 'Hakima', '1992-04-30'),
    ],
  },
  {
    kind: 'north_african',
    filed: filed('Zerrouki', 'Aïcha', '1998-08-19'),
    typed: typed('Zerouqi', 'Aisha', '1998-08-16'),
    others: [
      hidden('homonym', 'Zerrouki', 'Aïcha', '1970-12-09'),
      hidden('sibling', 'Zerrouki', 'Amina', '2001-03-29'),
      hidden('sounds_alike', 'Zarouk', 'Assia', '1996-06-16'),
    ],
  },
  {
    kind: 'north_african',
    filed: filed('Haddad', 'Houcine', '2005-03-22'),
    typed: typed('Haddad', 'Hussein', '2005-03-22'),
    others: [
      hidden('homonym', 'Haddad', 'Houssem', '2001-09-12'),
      hidden('sibling', 'Haddad', 'Hanane', '2002-12-02'),
      hidden('same_day', 'Haddadi', 'Walid', '2005-03-22'),
      hidden('homonym', 'Haddad', 'Hocine', '1983-05-23'),
    ],
  },
  {
    kind: 'west_african',
    filed: filed('Coulibaly', 'Aminata', '2001-01-01'),
    typed: typed('Koulibali', 'Aminatou', '2001-01-01'),
    others: [
      hidden('homonym', 'Coulibaly', 'Aminata', '1994-06-14'),
      hidden('same_day', 'Coulibaly', 'Seydou', '2001-01-01'),
      hidden('sibling', 'Coulibaly', 'Aïssata', '2003-10-24'),
      hidden('same_day', 'Camara', 'Aminata', '2001-01-01'),
    ],
  },
  {
    kind: 'west_african',
    filed: filed('Diallo', 'Mamadou', '2006-02-10'),
    typed: typed('Dialo', 'Mamadu', '2006-02-10'),
    others: [
      hidden('homonym', 'Diallo', 'Mamadou', '2004-12-31'),
      hidden('homonym', 'Diallo', 'Mamadou', '1989-05-05'),
      below('twin', 'Diallo', 'Mamoudou', '2006-02-10'),
      hidden('homonym', 'Diallo', 'Amadou', '2003-02-20'),
    ],
  },
  {
    kind: 'west_african',
    filed: filed('Traoré', 'Cheick Oumar', '2002-12-24'),
    typed: typed('Traore', 'Cheikh', '2002-12-24'),
    others: [
      hidden('homonym', 'Traoré', 'Oumar', '1997-04-14'),
      hidden('homonym', 'Traoré', 'Cheick', '2005-08-04'),
      hidden('sibling', 'Traoré', 'Kadiatou', '2000-07-24'),
    ],
  },
  {
    kind: 'west_african',
    filed: filed('Ndiaye', 'Ousmane', '1999-06-03'),
    typed: typed("N'Diaye", 'Ousman', '1999-06-03'),
    others: [
      hidden('homonym', 'Ndiaye', 'Ousmane', '1990-10-13'),
      hidden('sounds_alike', 'Diaye', 'Ousseynou', '1997-11-23'),
      hidden('same_day', 'Niang', 'Ousmane', '1999-06-03'),
    ],
  },
  {
    kind: 'west_african',
    filed: filed('Kouassi', 'Affoué Grâce', '2003-05-09'),
    typed: typed('Couassi', 'Grace', '2003-05-09'),
    others: [
      hidden('sibling', 'Kouassi', 'Yao Serge', '2000-02-19'),
      hidden('homonym', 'Kouassi', 'Grâce', '1993-09-29'),
      hidden('shared_name', 'Kouadio', 'Affoué', '2001-05-30'),
    ],
  },
  {
    kind: 'asian',
    filed: filed('Tran', 'Quoc Huy', '2000-04-13'),
    typed: typed('Tran', 'Huy', '2000-04-13'),
    others: [
      hidden('homonym', 'Tran', 'Huy', '1988-08-03'),
      hidden('sibling', 'Tran', 'Quoc Anh', '2002-09-23'),
      hidden('same_day', 'Trinh', 'Hugo', '2000-04-13'),
    ],
  },
  {
    kind: 'asian',
    filed: filed('Zhang', 'Xiaoyu', '2005-10-30'),
    typed: typed('Zang', 'Xiao Yu', '2005-10-30'),
    others: [
      hidden('homonym', 'Zhang', 'Xiaoyu', '1997-02-18'),
      hidden('sibling', 'Zhang', 'Xiaoming', '2008-06-08'),
      hidden('homonym', 'Zhao', 'Xiaoyun', '2003-11-03'),
    ],
  },
  {
    kind: 'asian',
    filed: filed('Sivakumar', 'Tharshini', '1999-09-15'),
    typed: typed('Sivacoumar', 'Tarshini', '1999-09-15'),
    others: [
      hidden('sibling', 'Sivakumar', 'Tharsan', '2002-01-05'),
      hidden('homonym', 'Selvakumar', 'Dharshini', '1995-12-25'),
      hidden('same_day', 'Sivanesan', 'Priya', '1999-09-15'),
    ],
  },
  {
    kind: 'overseas',
    filed: filed('Hoarau', 'Jean-Yves', '1996-07-01'),
    typed: typed('Oarau', 'Jeanyves', '1996-07-01'),
    others: [
      hidden('homonym', 'Hoarau', 'Jean', '1959-01-07'),
      hidden('homonym', 'Hoareau', 'Jean-Yves', '1978-03-21'),
      hidden('sibling', 'Hoarau', 'Marie-Annick', '1999-04-11'),
    ],
  },
  {
    kind: 'overseas',
    filed: filed('Payet', 'Anaëlle', '2004-12-18', { email: 'anaelle.payet@exemple.re' }),
    typed: typed('Payette', 'Anaele', undefined, { email: 'Anaelle.Payet@exemple.re ' }),
    others: [
      below('homonym', 'Payet', 'Annaëlle', '1997-06-28'),
      hidden('sibling', 'Payet', 'Dimitri', '2001-02-08'),
      hidden('shared_name', 'Paillet', 'Anne', '1985-10-18'),
    ],
  },
  {
    kind: 'overseas',
    filed: filed('Vaïtilingom', 'Soundaram', '1991-02-23'),
    typed: typed('Vaithilingam', 'Sundaram', '1991-02-23'),
    others: [
      hidden('sibling', 'Vaïtilingom', 'Sandrine', '1994-05-13'),
      hidden('parent', 'Vaïtilingom', 'Soundaram', '1960-09-03'),
      hidden('shared_name', 'Virapoullé', 'Sandra', '1990-02-02'),
    ],
  },
  {
    kind: 'european',
    filed: filed('Kowalczyk', 'Agnieszka', '1986-06-29'),
    typed: typed('Kovalchik', 'Agnieska', '1986-06-29'),
    others: [
      hidden('homonym', 'Kowalczyk', 'Agata', '1993-09-19'),
      hidden('shared_name', 'Kowalski', 'Agnès', '1984-01-29'),
      hidden('couple', 'Kowalczyk', 'Piotr', '1985-03-09'),
    ],
  },
  {
    kind: 'european',
    filed: filed('Popescu', 'Ştefan', '2003-03-18'),
    typed: typed('Popesco', 'Stephan', '2003-03-18'),
    others: [
      hidden('homonym', 'Popescu', 'Stefania', '2000-10-28'),
      hidden('sibling', 'Popescu', 'Andrei', '2006-08-08'),
      hidden('homonym', 'Popa', 'Stefan', '1999-03-08'),
      hidden('same_day', 'Popovici', 'Ștefana', '1992-03-18'),
    ],
  },
];
