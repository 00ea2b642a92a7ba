import { below, filed, hidden, typed } from './name-variants.types.fixture';
import type { NameVariant } from './name-variants.types.fixture';

/** Names heard and not read: French spelling, Breton names, compound names and particles. */
export const SOUND_VARIANTS: readonly NameVariant[] = [
  {
    kind: 'phonetic',
    filed: filed('Renault', 'Mathilde', '2001-07-19'),
    typed: typed('Reno', 'Matilde', '2001-07-19'),
    others: [
      hidden('homonym', 'Renaud', 'Mathilde', '1990-01-05'),
      hidden('sibling', 'Renault', 'Clément', '1998-04-29'),
      hidden('sounds_alike', 'Regnault', 'Mathias', '2003-03-11'),
      hidden('same_day', 'Renoir', 'Mélanie', '2001-07-19'),
    ],
  },
  {
    kind: 'phonetic',
    filed: filed('Gauthier', 'Stéphane', '1988-02-09'),
    typed: typed('Gotier', 'Stefane', '1988-02-09'),
    others: [
      hidden('homonym', 'Gautier', 'Stéphane', '1971-10-15'),
      hidden('sounds_alike', 'Gontier', 'Stéphanie', '1992-02-19'),
      hidden('sibling', 'Gauthier', 'Olivier', '1985-12-09'),
    ],
  },
  {
    kind: 'phonetic',
    filed: filed('Hénaff', 'Philippe', '1994-09-28'),
    typed: typed('Enaf', 'Filip', '1994-09-28'),
    others: [
      hidden('parent', 'Hénaff', 'Philippe', '1963-05-16'),
      hidden('sibling', 'Hénaff', 'Gwendal', '1997-09-18'),
      hidden('shared_name', 'Hénault', 'Fabien', '1993-11-28'),
    ],
  },
  {
    kind: 'phonetic',
    filed: filed('Chauvin', 'Guillaume', '1999-12-12'),
    typed: typed('Chovin', 'Guiyaume', '1999-12-12'),
    others: [
      hidden('homonym', 'Chauvin', 'Guillaume', '1980-06-30'),
      hidden('sounds_alike', 'Chopin', 'Guillemette', '2000-02-22'),
      below('twin', 'Chauvin', 'Guilhem', '1999-12-12'),
    ],
  },
  {
    kind: 'phonetic',
    filed: filed('Schneider', 'Xavier', '2000-05-05'),
    typed: typed('Chnaider', 'Gzavier', '2000-05-05'),
    others: [
      hidden('homonym', 'Schneider', 'Xavier', '1966-01-25'),
      hidden('sibling', 'Schneider', 'Élise', '2003-10-05'),
      hidden('same_day', 'Snyder', 'Alan', '2000-05-05'),
      hidden('parent', 'Schneider', 'Aurélie', '1974-05-15'),
    ],
  },
  {
    kind: 'phonetic',
    filed: filed('Quéré', 'Maëva', '2004-08-17'),
    typed: typed('Kerré', 'Maeva', '2004-08-17'),
    others: [
      hidden('sibling', 'Quéré', 'Malo', '2007-02-27'),
      hidden('homonym', 'Carré', 'Maëva', '1995-08-31'),
      hidden('homonym', 'Quéré', 'Maëva', '1992-12-01'),
    ],
  },
  {
    kind: 'phonetic',
    filed: filed('Jacquet', 'Cyrille', '1983-03-26'),
    typed: typed('Jaquet', 'Siril', '1983-03-26'),
    others: [
      hidden('homonym', 'Jacquet', 'Cyril', '2005-11-15'),
      hidden('shared_name', 'Jacquot', 'Cécile', '1986-03-02'),
      hidden('sibling', 'Jacquet', 'Denis', '1980-06-26'),
    ],
  },
  {
    kind: 'phonetic',
    filed: filed('Beaumont', 'Emmanuelle', '1991-11-11'),
    typed: typed('Baumon', 'Emanuel', '1991-11-11'),
    others: [
      hidden('homonym', 'Beaumont', 'Emmanuel', '1969-04-18'),
      hidden('sounds_alike', 'Bonmont', 'Manuela', '1994-08-21'),
      hidden('sibling', 'Beaumont', 'Estelle', '1988-01-01'),
    ],
  },
  {
    kind: 'breton',
    filed: filed('Le Gall', 'Yann', '2002-06-15'),
    typed: typed('Legall', 'Yan', '2002-06-15'),
    others: [
      hidden('homonym', 'Le Gall', 'Yann', '1997-10-05'),
      hidden('sounds_alike', 'Le Gal', 'Yannick', '1978-06-25'),
      below('twin', 'Le Gall', 'Yoann', '2002-06-15'),
      hidden('shared_name', 'Le Gallo', 'Youn', '2000-12-15'),
    ],
  },
  {
    kind: 'breton',
    filed: filed("Guivarc'h", 'Gwenaëlle', '1998-01-08'),
    typed: typed('Guivarch', 'Gwenael', '1998-01-08'),
    others: [
      hidden('sibling', "Guivarc'h", 'Gwendoline', '2001-05-18'),
      hidden('homonym', "Guivarc'h", 'Gwenaël', '1984-11-28'),
      hidden('sounds_alike', 'Guyomarch', 'Gaëlle', '1996-07-08'),
    ],
  },
  {
    kind: 'breton',
    filed: filed("Guyomarc'h", 'Soazig', '1996-10-24'),
    typed: typed('Guiomar', 'Soizic', '1996-10-24'),
    others: [
      hidden('sibling', "Guyomarc'h", 'Ronan', '1993-02-14'),
      hidden('parent', "Guyomarc'h", 'Soizic', '1965-12-04'),
      hidden('shared_name', 'Guillemot', 'Solène', '1998-10-02'),
    ],
  },
  {
    kind: 'breton',
    filed: filed('Kerguélen', 'Maëlys', '2006-04-04'),
    typed: typed('Querguelen', 'Maelis', '2006-04-04'),
    others: [
      hidden('sibling', 'Kerguélen', 'Nolwenn', '2003-09-14'),
      hidden('sounds_alike', 'Kervella', 'Maëlle', '2005-12-24'),
      hidden('same_day', 'Kermarrec', 'Maïwenn', '2006-04-04'),
    ],
  },
  {
    kind: 'breton',
    filed: filed('Le Bihan', 'Nolwenn', '2000-09-09'),
    typed: typed('Bihan', 'Nolwen', '2000-09-09'),
    others: [
      hidden('homonym', 'Le Bihan', 'Nolwenn', '1991-01-29'),
      hidden('sibling', 'Le Bihan', 'Erwan', '1998-05-19'),
      hidden('homonym', 'Bian', 'Norah', '2003-11-09'),
      hidden('shared_name', 'Le Bian', 'Noëllie', '1994-02-09'),
    ],
  },
  {
    kind: 'breton',
    filed: filed('Caradec', 'Erwan', '1993-12-30'),
    typed: typed('Karadeg', 'Herwan', '1993-12-30'),
    others: [
      hidden('homonym', 'Caradec', 'Erwan', '1975-08-01'),
      hidden('sibling', 'Caradec', 'Ewen', '1996-03-13'),
      hidden('same_day', 'Carré', 'Armand', '1993-12-30'),
    ],
  },
  {
    kind: 'compound',
    filed: filed('Garcia Fernandez', 'Lucía', '2001-03-29'),
    typed: typed('Garcia', 'Lucia', '2001-03-29'),
    others: [
      hidden('homonym', 'Garcia', 'Lucia', '1987-12-19'),
      hidden('sibling', 'Garcia Fernandez', 'Diego', '2004-08-09'),
      hidden('shared_name', 'Fernandez', 'Lucie', '1999-05-23'),
      hidden('homonym', 'Garcia Lopez', 'Lucía', '1995-10-02'),
    ],
  },
  {
    kind: 'compound',
    filed: filed('Robin', 'Anne-Sophie Marie', '1990-06-18'),
    typed: typed('Robin', 'Sophie', '1990-06-18'),
    others: [
      hidden('homonym', 'Robin', 'Sophie', '1972-01-08'),
      hidden('homonym', 'Robin', 'Anne', '1984-03-28'),
      hidden('couple', 'Robin', 'Arnaud', '1989-09-27'),
    ],
  },
  {
    kind: 'compound',
    filed: filed('Roux Lambert', 'Timothée', '2005-12-01'),
    typed: typed('Lambert', 'Timothee', '2005-12-01'),
    others: [
      hidden('homonym', 'Lambert', 'Timothé', '1999-07-11'),
      hidden('sibling', 'Roux Lambert', 'Capucine', '2008-03-21'),
      hidden('shared_name', 'Roux', 'Timéo', '2007-10-10'),
    ],
  },
  {
    kind: 'particle',
    filed: filed('de La Villemarqué', 'Hermine', '1999-02-02'),
    typed: typed('Lavillemarque', 'Hermine', '1999-02-02'),
    others: [
      hidden('sibling', 'de La Villemarqué', 'Gauvain', '2001-11-02'),
      hidden('shared_name', 'Villemard', 'Hermance', '1997-06-22'),
      hidden('parent', 'de La Villemarqué', 'Béatrice', '1968-02-22'),
    ],
  },
  {
    kind: 'particle',
    filed: filed("d'Almeida", 'Rafael', '1997-09-06'),
    typed: typed('Dalmeida', 'Raphael', '1997-09-06'),
    others: [
      hidden('homonym', 'Almeida', 'Rafaël', '2003-05-16'),
      hidden('sibling', "d'Almeida", 'Tiago', '2000-12-26'),
      hidden('homonym', 'de Almeida', 'Rafaela', '1989-03-06'),
    ],
  },
  {
    kind: 'particle',
    filed: filed('Van den Broeck', 'Pauline', '2002-10-20'),
    typed: typed('Vandenbroek', 'Pauline', '2002-10-20'),
    others: [
      hidden('sibling', 'Van den Broeck', 'Maxence', '2005-06-10'),
      hidden('shared_name', 'Van den Bossche', 'Pauline', '1996-04-12'),
      hidden('same_day', 'Vandamme', 'Perrine', '2002-10-20'),
    ],
  },
];
