import type { Origin } from './given-origins';
import type { DemoRegion } from '../demo-region';

/** Family names by origin; common names come first and are drawn more often. */
export const FAMILY_BY_ORIGIN: Readonly<Record<Origin, string>> = {
  french:
    'Martin Durand Bernard Dubois Moreau Petit Robert Richard Simon Michel Leroy Roux David Bertrand Morel Fournier Girard Bonnet Lambert Rousseau Vincent Muller Lefebvre Mercier Blanc Guérin Boyer Garnier Chevalier Legrand Gauthier Garcia Perrin Clément Morin Henry Masson Marchand Duval Noël Meunier Lemoine Gérard Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Renard Schmitt Picard Renaud Charles Fabre Aubert Rey Caron Lacroix Bourgeois Vasseur Benoît Jacquet Poirier Langlois Fleury Besnard Delaunay Pottier Hardy Bouvier Chauvin Gilbert Lebreton Barré Leblanc Bazin Beaumont Coulon Deschamps Tessier Prévost Lesage Texier Vallée Monnier Hamel Legendre Guillet Bodin Charpentier Renault Ferrand Thibault Mallet Boucher Millet Perrot Germain',
  breton:
    'Le_Gall Tanguy Morvan Riou Le_Goff Le_Roux Guillou Hamon Le_Gal Le_Corre Prigent Salaün Kerdoncuff Le_Bihan Le_Floch Le_Guen Jaouen Quéméner Cariou Floc’h Hervé Rolland Collet Thomas Bothorel Abgrall Kermarrec Kerbrat Le_Borgne Le_Bris Le_Berre Le_Dantec Le_Meur Le_Saux Le_Tallec Le_Pape Le_Moal Le_Cam Le_Du Le_Bot Le_Clec’h Le_Bras Le_Garrec Le_Mener Le_Nest Le_Scouarnec Madec Mahé Allain Bouvet Briand Bourhis Calvez Carn Cadiou Coïc Corre Cozic Creac’h Daniel Derrien Donval Fitament Fouquet Gloaguen Goasguen Gouriou Gourvennec Guéguen Guivarc’h Guyomard Hascoët Jégou Jézéquel Kerhervé Kerneis L’Hostis Lagadec Laurent Lozac’h Magueur Marrec Mével Miossec Moal Moysan Nédélec Nicolas Ollivier Palud Péron Perrot Pennec Philippe Plouzennec Poulmarc’h Quéré Queffélec Raoul Rannou Robin Roudaut Rouzic Séité Simon Stéphan Tallec Toullec Trébaol Troadec Cloarec Gicquel Jouan Boulch Auffret Guével Bodénès Boucher Orhant Josse Chevrel Ruellan Gaudin Pinault Gautier Lemoine Chauvel Bougeard Rault Piel Hervé Orain Noblet Rouxel Gérard Perrigault Lebret Guilloux Denis',
  maghreb:
    'Benali Haddad Belkacem Bouzid Cherif Mansouri Amrani Saidi Ziani Bensaid Boukhari El_Amrani Hamdi Khelifi Larbi Meziane Ouali Rahmani Slimani Toumi Zerrouki Benamar Boudiaf Chaoui Djebbar Fares Guerroudj Hadj El_Idrissi Kaddour Lahmar Messaoudi Naceri Ouahabi Tahiri Yahiaoui Bennani Berrada El_Fassi Tazi Alaoui Ben_Youssef Trabelsi Gharbi Jebali Mejri Bouazizi Ait_Ali Aït_Ouarab Bouhassoun Medjahed',
  west_african:
    'Diallo Traoré Bah Barry Camara Coulibaly Diarra Keïta Sow Koné Touré Sylla Cissé Diop Ndiaye Ba Fall Fofana Sissoko Konaté Doumbia Kanté Baldé Sané Sarr Gueye Mendy Soumaré Dembélé Sidibé Ouattara Bamba Dia Kouyaté Condé Kaba Konan Kouassi Sangaré',
  central_african: 'Mbemba Nzuzi Kabongo Mukendi Makiese Ilunga Ngoma Moukoko Nsimba Tshibangu Mabiala Lutete Massamba Ndong Essono Kalala',
  asian: 'Nguyen Tran Pham Le Hoang Vu Ly Chea Sok Chan Wang Zhang Chen Liu Phommachanh Vongsa Huynh Dang Kim',
  portuguese:
    'Da_Silva Ferreira Pereira Rodrigues Dos_Santos Fernandes Gomes Lopes Martins Oliveira Gonçalves Carvalho Alves Teixeira Da_Costa Pinto',
  turkish: 'Yılmaz Kaya Demir Çelik Şahin Yildirim Öztürk Aydin Arslan Doğan Kiliç Aslan Koç Kurt',
  comorian:
    'Abdou Saïd_Ali Madi Ahamada Mohamed Bacar Soilihi Mze Houmadi Attoumani Ali Combo Maoulida Halidi Youssouf Boina Assoumani M’Sa Hamada Djoumoi Saindou',
  eastern:
    'Kovalenko Shevchenko Popescu Ionescu Petrosyan Beridze Bondarenko Tkachenko Radu Melikyan Gelashvili Ivanov Moldovan Harutyunyan Kapanadze',
  middle_eastern:
    'Ahmadi Rahimi Hosseini Karimi Al-Hassan Haidari Stanekzai Noori Al-Khatib Safi Mohammadi Darwish Sultani Zaman Akbari Haydar',
  reunion:
    'Hoarau Payet Grondin Boyer Dijoux Fontaine Rivière Robert Techer Lebon Maillot Bègue Morel Turpin Lauret Huet Cadet Barret Nativel Picard Lallemand Leperlier Vitry Clain Séry Smith Ferrere Férard Hoareau Damour Dalleau Gonthier K/Bidi Mussard Orange Folio Lépinay Sautron Mondon Ethève Esparon Lebreton Bénard Taïlé Gigan Ramin Bardeur Virapin Lucilly Assing Jean-Baptiste Pothin Marianne Figuin Louise Fruteau Tergemina Abrousse Incana Laude Aure Hibon Vienne Atchama Perrault Elma Casimir Baret Collet Blard Crescence Corré Fleurie Gence Lucas Nourry Dennemont Guichard Hébert Lagourgue Lebihan Loricourt Maunier Narayanin Ozoux Rosély',
  tamil:
    'Moutoussamy Ramassamy Soupramanien Virassamy Latchoumy Mardaye Permalnaïck Candassamy Vellayoudom Sinimalé Ramalingom Apaya Vayaboury Minatchy Saminadin Carpaye Mariama Poudroux Nagou Coupama Marimoutou',
  chinese: 'Ah-Sing Chane-Kane Law-Hang Ah-Kiem Chan-Liat Thia-Soui Lee-Song Ho-Pun Wong-Fat Chane-Yene Leung Ah-Son',
  gujarati: 'Patel Issop Ingar Omarjee Moullan Dindar Locate Badat Ravate Cassim Bhagwan Amode',
  malagasy: 'Rakotomalala Rabemananjara Andrianasolo Ratsimba Razafindrakoto Rasoanaivo Randriamanana Raharison Ramanantsoa Rakotoarisoa',
};

/** How often each origin is met in a region. */
export const ORIGINS: Readonly<Record<DemoRegion, Readonly<Partial<Record<Origin, number>>>>> = {
  '53': {
    breton: 50,
    french: 24,
    maghreb: 8,
    west_african: 5,
    central_african: 1.5,
    asian: 2,
    portuguese: 2,
    turkish: 2,
    comorian: 1.5,
    eastern: 2,
    middle_eastern: 2,
  },
  '84': {
    french: 63,
    maghreb: 14,
    portuguese: 5,
    turkish: 4,
    west_african: 4,
    central_african: 2,
    asian: 2,
    comorian: 1.5,
    eastern: 2.5,
    middle_eastern: 2,
  },
  '04': { reunion: 63, tamil: 11, french: 7, comorian: 8, chinese: 3, gujarati: 3, malagasy: 4, maghreb: 1 },
};
