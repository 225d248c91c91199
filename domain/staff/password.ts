/** NIST SP 800-63B and ASVS 6.2: long enough and not among the first that are tried; no other rules. */
export const shortestPassword = 8;
export const longestPassword = 200;
/** How many digits a PIN has. */
export const pinLength = { least: 4, most: 8 } as const;

const pin = new RegExp(`^\\d{${pinLength.least},${pinLength.most}}$`);

export function isPin(text: string): boolean {
  return pin.test(text);
}

/** Whether a guesser tries it among the first: a known one, one character repeated, or a run like 12345678. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase().normalize('NFKC').trim();
  return common.has(plain) || isOneCharacter(plain) || isRun(plain);
}

function isOneCharacter(text: string): boolean {
  return new Set(text).size === 1;
}

/** Each character is the next one, or each the one before: abcdefgh, 87654321; 9 goes on with 0. */
function isRun(text: string): boolean {
  return runs.some((run) => run.includes(text) || reversed(run).includes(text));
}

function reversed(text: string): string {
  return text.split('').toReversed().join('');
}

const runs = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjkl',
];

/** From published lists of leaked passwords: the most frequent with eight characters or more, and a hotel's own. */
const common: ReadonlySet<string> = new Set(
  `password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword pa$$word password! password1!
  qwerty12 qwerty123 qwerty1234 qwertyui qwertyuiop qwerty12345 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc q1w2e3r4
  q1w2e3r4t5 zaq12wsx zaq1zaq1 qazwsxedc asdfghjkl asdfasdf asdf1234 zxcvbnm1 zxcvbnm123 azertyuiop 1qazxsw2
  iloveyou iloveyou1 iloveyou2 princess princess1 sunshine sunshine1 football football1 baseball baseball1 basketball
  superman superman1 batman123 michael1 michelle jennifer jessica1 jonathan elizabeth alexander alexandra danielle
  samantha nicholas benjamin anthony1 charlie1 jordan23 michael123 ashley123 daniel123 thomas123 andrea123 george123
  trustno1 starwars starwars1 pokemon1 letmein1 letmein123 letmeinn welcome1 welcome12 welcome123 welcome2024
  welcome2025 welcome2026 welcome1! changeme changeme1 changeme123 admin123 admin1234 administrator adminadmin
  root1234 rootroot test1234 testtest testing1 testing123 guest123 guestguest secret123 secret12 abcd1234 abc12345
  abc123456 abcdefg1 a1b2c3d4 a123456789 aa123456 aa12345678 123456789a 12345678a 123456qwe 123qweasd 123qwe123
  qwe123456 q123456789 11223344 1122334455 12341234 12344321 123123123 123321123 12121212 10203040 13579246
  147258369 159753456 159357456 741852963 789456123 987654321a 69696969 88888888 99999999 00000000 11111111 1234567a
  computer computer1 internet internet1 samsung1 whatever whatever1 freedom1 liverpool liverpool1 chelsea1 arsenal1
  manchester barcelona realmadrid juventus1 corvette mercedes ferrari1 porsche1 mustang1 harley123 yamaha123 november
  december september february saturday thursday wednesday summer2024 summer2025 summer2026 winter2024 winter2025
  winter2026 spring2025 spring2026 autumn2025 autumn2026 hello123 hellohello helloworld goodluck butterfly chocolate
  cheesecake blink182 metallica slipknot1 mypassword mypassword1 master12 master123 dragon12 dragon123 monkey12
  monkey123 shadow12 shadow123 jordan123 killer123 hunter12 hunter123 ranger12 soccer12 hockey12 access14 fuckyou1
  fuckyou2 asshole1 babygirl babygirl1 lovelove loveyou1 lovely123 sweetheart beautiful1 beautiful purple123 orange123
  reception reception1 reception123 frontdesk frontdesk1 frontdesk123 hotel123 hotel1234 hotelhotel hoteladmin
  housekeeping housekeeping1 portal123 portal1234 portalportal doorcode doorcode1 keycard123 checkin123 rezeption
  recepcao recepcao1 recepcion recepcion1 receptie bienvenue bienvenido bemvindo1 willkommen`.split(/\s+/),
);
