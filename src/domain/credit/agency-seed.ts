/** A news or picture agency as a newsroom knows it: the name to store and every spelling met in credit lines. */
export interface AgencySeed {
  readonly name: string;
  /** ISO 3166 alpha-2, null where an agency or collection has no home country. */
  readonly country: string | null;
  readonly kind: AgencyKind;
  /** True when the German order applies: written before the agency whose picture it passes on. */
  readonly leads: boolean;
  readonly aliases: readonly string[];
}

/** What kind of supplier an agency is; a collection is a brand inside a bigger house, a rota a shared pool. */
export const AgencyKind = {
  agency: "agency",
  service: "service",
  stock: "stock",
  collection: "collection",
  rota: "rota",
} as const;
/** One of the kinds of supplier. */
export type AgencyKind = (typeof AgencyKind)[keyof typeof AgencyKind];

// name | country | kind, "leads" where it does | further spellings; case and width of letters do not count
const table = `
AFP | FR | agency | Agence France-Presse; Agence France Presse; AFPBB; AFPBB News; AFP Photo; AFP-Photo; フランス通信; 法新社
AP | US | agency | Associated Press; The Associated Press; AP Photo; AP Photos; AP Images; AP Newsroom; 美联社; AP通信
Reuters | GB | agency | Thomson Reuters; RETUERS; ロイター; 路透社
Reuters TV | GB | service |
Getty Images | US | agency | Getty; GettyImages; Getty Images Europe; Getty Images North America
EPA | DE | agency | EPA-EFE; EPA/EFE; EPA Images; European Pressphoto Agency
dpa | DE | agency | Deutsche Presse-Agentur; dpa-Zentralbild
picture alliance | DE | agency leads | picture-alliance
PA Media | GB | agency | PA; PA Wire; PA Images; PA Archive; PA Photos; Press Association; Press Association Images
EFE | ES | agency | Agencia EFE
Europa Press | ES | agency | EuropaPress
ANSA | IT | agency |
LaPresse | IT | agency |
Insidefoto | IT | agency |
Lusa | PT | agency |
Belga | BE | agency | Belga Image; Belga Photo
ANP | NL | agency |
APA | AT | agency | APA-PictureDesk; APA/picturedesk.com
Keystone | CH | agency | Keystone-SDA
TT | SE | agency | TT News Agency; TT Nyhetsbyrån
NTB | NO | agency | NTB Scanpix; Scanpix
Ritzau Scanpix | DK | agency | Ritzau
Lehtikuva | FI | agency | STT-Lehtikuva
CTK | CZ | agency | ČTK
PAP | PL | agency |
TASS | RU | agency | ITAR-TASS; ТАСС; 塔斯社
Sputnik | RU | agency | RIA Novosti; РИА Новости; MIA Rossiya Segodnya
Ukrinform | UA | agency | Укрінформ; Укринформ
Anadolu | TR | agency | Anadolu Agency; Anadolu Ajansi; Anadolu Ajansı; AA
DHA | TR | agency | Demirören News Agency
WANA | IR | agency | West Asia News Agency; WANA (West Asia News Agency)
IRNA | IR | agency |
SANA | SY | agency |
SPA | SA | agency | Saudi Press Agency
WAM | AE | agency | Emirates News Agency
Xinhua | CN | agency | Xinhua News Agency; 新华社; 新華社
CNS | CN | agency | China News Service; 中新社; 中国新闻社
VCG | CN | agency | Visual China Group; 视觉中国
CNA | TW | agency | Central News Agency; 中央社
Kyodo | JP | agency | Kyodo News; 共同通信; 共同通信社; 共同
Jiji Press | JP | agency | Jiji; 時事通信; 時事; 時事通信社
Aflo | JP | agency | アフロ
Yonhap | KR | agency | Yonhap News Agency; 연합뉴스
KCNA | KP | agency |
PTI | IN | agency | Press Trust of India
ANI | IN | agency |
Antara | ID | agency | Antara Foto
Bernama | MY | agency |
AAP | AU | agency | AAP Image; AAPIMAGE
The Canadian Press | CA | agency | CP; Canadian Press
Agência Brasil | BR | agency | Agencia Brasil
Télam | AR | agency | Telam
UPI | US | agency |
Bloomberg | US | agency |
CNP | US | agency | Consolidated News Photos
USA Today Sports | US | agency | Imagn Images; Imagn
ZUMA Press | US | agency | ZUMA Press Wire; ZUMA Wire; ZUMA
Sipa USA | US | agency |
Sipa Press | FR | agency | Sipa
ABACA | FR | agency | Abaca Press; ABACAPRESS
Hans Lucas | FR | agency |
MAXPPP | FR | agency |
Magnum Photos | FR | agency | Magnum
NurPhoto | IT | agency |
Imago | DE | agency leads | imago images
Action Images | GB | agency |
Shutterstock | US | stock | Rex; Rex Features; REX Shutterstock; REX/Shutterstock; Shutterstock Editorial
Alamy | GB | stock | Alamy Stock Photo; Alamy Live News
iStock | US | stock | iStockphoto
Unsplash | - | stock |
Corbis | - | collection |
Allstar | GB | agency | Allstar Picture Library
Invision | - | collection |
LightRocket | - | collection |
UIG | - | collection | Universal Images Group
WireImage | - | collection |
FilmMagic | - | collection |
Hulton Archive | - | collection | Hulton
ChinaFotoPress | CN | agency |
WPA | - | rota |
`;

/** The agencies a new newsroom starts with; editors add aliases in the database from then on. */
export const seedAgencies: readonly AgencySeed[] = table.trim().split("\n").map(readRow);

function readRow(row: string): AgencySeed {
  const [name = "", country = "-", traits = "", spellings = ""] = row.split("|").map((cell) => cell.trim());
  const [kind, leads] = traits.split(" ");
  return {
    name,
    country: country === "-" ? null : country,
    kind: AgencyKind[kind as AgencyKind],
    leads: leads === "leads",
    aliases: spellings === "" ? [] : spellings.split(";").map((spelling) => spelling.trim()),
  };
}
