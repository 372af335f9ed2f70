/**
 * Passwords of eight and more characters that guessers try first: the ones that every published leak begins with,
 * as they stand, and the words that people dress up with a year or a row of digits. Shorter ones are refused anyway.
 */
const AS_THEY_STAND = `
password passw0rd p@ssw0rd p@ssword pa55word pa$$word passwort passwords password! mypassword yourpassword
thepassword nopassword newpassword oldpassword letmein1 letmein! letmeinnow iloveyou iloveyou2 iloveyou! iloveu123
iloveyoubaby ilovegod ilovemyself ilovejesus loveyou1 lovelove loveme123 love1234 love4ever loveforever princess
princess1 sunshine sunshine1 football football1 football12 baseball baseball1 basketball volleyball softball
superman superman1 superman12 spiderman batman123 ironman123 starwars starwars1 trustno1 whatever whatever1
computer computer1 internet internet1 welcome1 welcome123 welcome! welcome2 dragon123 monkey123 shadow123
master123 michael1 jennifer jennifer1 jessica1 jordan23 hunter123 killer123 charlie1 charlie123 freedom1 freedom!
mercedes corvette ferrari1 porsche911 harley123 yamaha123 liverpool liverpool1 chelsea1 chelsea123 arsenal1
manchester barcelona realmadrid juventus1 chocolate chocolate1 butterfly butterfly1 cheese123 cookie123 banana123
elephant dolphin1 penguin1 tinkerbell hellokitty hello123 hellohello helloworld helloworld1 hello1234 goodluck
changeme changeme1 changeme123 changeit default1 default123 admin123 admin1234 administrator adminadmin
admin12345 administrator1 root1234 rootroot toor1234 test1234 testtest testing1 testing123 tester123 guest123
guestguest user1234 useruser username demo1234 temp1234 temporary secret123 secret12 topsecret sysadmin
superuser superadmin webmaster backup123 server123 oracle123 system123 manager1 letmein123 access14 access123
qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwerty1! qwertyqwerty qwertz123
qwertzuiop azertyuiop azerty123 asdfghjk asdfghjkl asdfasdf asdf1234 asdfqwer asdfghjkl1 zxcvbnm1 zxcvbnm123
zxcvzxcv zxcv1234 zaqwsxcde zaq12wsx zaq1zaq1 zaq1xsw2 1qaz2wsx 1qaz1qaz 1qazxsw2 1qaz2wsx3edc 1q2w3e4r
1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r! q1w2e3r4 q1w2e3r4t5 qazwsxedc qazwsx123 qazwsxedcrfv wsxedcrfv poiuytrewq
lkjhgfdsa mnbvcxz1 qweasdzxc qweasd123 qweqweqwe qwe12345 qwer1234 qwerasdf qwerasdfzxcv abcd1234 abcd12345 abcdefgh
abcdefghi abcdefg1 abcdefg123 abcabcabc abc12345 abc123456 abc123abc abc1234567 a1b2c3d4 a1b2c3d4e5 a1s2d3f4
a1234567 a12345678 a123456789 aa123456 aa12345678 aaa11111 aaaa1111 asd12345 asd123456 zxc12345 zxc123456
123qweasd 123qwe123 123qwe456 123abc123 123456abc 12345abc 12345qwert 123456qwerty 12qwaszx 12344321 12341234
11223344 1122334455 112233445566 11112222 11111111 111111111 1111111111 22222222 33333333 44444444 55555555 66666666
77777777 88888888 888888888 8888888888 99999999 999999999 00000000 000000000 0000000000 00001111 12121212 13131313
12312312 123123123 123123123123 12345678 123456789 1234567890 12345678910 1234567891 0123456789 01234567 012345678
23456789 234567890 98765432 987654321 9876543210 0987654321 87654321 876543210 123454321 1234554321 123456654321
123456123456 147258369 159357456 159753456 147852369 741852963 789456123 789456123a 963852741 321654987 456789123
1029384756 1020304050 10203040 11235813 31415926 314159265 3141592653 27182818 14142135 16777216 00700700 69696969
12345679 12345670 123456780 123456788 1234567a 12345678a 123456789a 123456789q 123456789z 12345678q a123456a
q1234567 q123456789 w123456789 z123456789 woaini123 woaini520 woaini521 woaini1314 woaini5201314 5201314520
52013141 5201314a 5211314a 520520520 521521521 13145200 13145201 131452100 a5201314 woaiwojia woaizhongguo wodemima
woshishui woshizhu woshinidie nihao123 nihaoma1 nihaonihao zhongguo zhongguo1 beijing2008 shanghai taobao123
qq123456 qq123456789 qq12345678 qqqq1111 w1234567 wang1234 wang123456 zhang123 zhang123456 li123456 liu123456 chen1234
chen123456 yang123456 zhao123456 huang123456 wu123456 zhou1234 xiaoming xiaoming123 dearbook 1234qwer 123qweasdzxc
mima1234 mima123456 woaibaba woaimama iloveyou1314 iloveyou520 woaixuexi xuexi123 laoshi123 tongxue123 daxue123
minecraft pokemon1 pokemon123 pikachu1 pikachu123 nintendo playstation xboxlive roblox123 fortnite1 fortnite123
callofduty counterstrike leagueoflegends warcraft starcraft runescape diablo123 metallica metallica1 nirvana1 linkinpark
slipknot1 greenday1 eminem123 rockstar rockstar1 guitar123 music123 blink182 babygirl babygirl1 babygirl12 babyboy1
sweetheart sweetie1 honey123 angel123 angels123 heaven123 jesus123 jesuschrist jesusislord godisgood blessed1
blessing christian matthew1 andrew123 daniel123 joshua123 nicole123 ashley123 amanda123 samantha stephanie elizabeth
alexander alexander1 alexandra benjamin christopher nicholas patricia victoria victoria1 veronica caroline francesca
valentina gabriel1 jonathan jonathan1 sebastian garfield snoopy123 scooby123 simpsons homer123 bartsimpson
startrek startrek1 enterprise gandalf1 gandalf123 lordoftherings hobbit123 harrypotter hogwarts dumbledore matrix123
october1 november december september february january1 saturday wednesday thursday tuesday1 birthday birthday1
summer123 summer12 winter123 spring123 autumn123 sunshine12 rainbow1 rainbow123 flower123 flowers1 cherry123 orange123
purple123 yellow123 silver123 golden123 diamond1 diamond123 crystal1 midnight blackcat whitecat redskins steelers
steelers1 cowboys1 packers1 patriots yankees1 lakers24 kobe2424 jordan123 michael23 ronaldo7 ronaldo123 messi123
cristiano cristiano7 neymar123 password01 password00 password99 password1! password123! passw0rd! passw0rd1
passw0rd123 p@ssw0rd1 p@ssw0rd123 p@ssw0rd! p@55w0rd pa55w0rd pass1234 pass12345 pass123456 passpass passwd123
mustang1 maverick thunder1 phoenix1 warrior1 predator terminator champion champion1 victory1 success1 success123
business consulting marketing finance1 accounting engineer engineer1 developer developer1 programmer javascript
python123 linux123 ubuntu123 debian123 windows1 windows10 windows7 microsoft google123 facebook facebook1 instagram
twitter1 linkedin linkedin1 youtube1 samsung1 samsung123 iphone123 android1 blackberry motorola nokia123 ericsson
university college1 school123 student1 student123 teacher1 teacher123 professor graduate learning learn123 education
knowledge homework science1 physics1 chemistry mathematics geometry calculus algebra1 statistics neural123 network1
network123 deeplearning machinelearning tensorflow pytorch1 keras123 lstm1234 unroll123 unrollunroll
correcthorsebatterystaple correct horse battery staple opensesame abracadabra hocuspocus trustme1 letmeinplease
nothing1 something whocares fuckyou1 fuckyou2 fuckyou! fuckyou123 fuckoff1 asshole1 bullshit motherfucker pussycat
bigdaddy daddy123 mommy123 mother123 father123 family123 brother1 sister123 grandma1 friends1 friends123 bestfriend
forever1 forever21 together always123 remember dreamer1 believe1 beautiful beautiful1 gorgeous handsome intelligent
`

const WORDS = `
password passw0rd p@ssw0rd pass passwd admin root user test guest welcome hello letmein login master secret qwerty
qwert azerty asdf asdfgh zxcvbn abc abcd abcdef dragon monkey shadow sunshine princess football baseball soccer hockey
superman batman love iloveyou loveyou angel baby michael jennifer jordan hunter killer charlie thomas robert daniel andrew
joshua matthew george harley ranger buster tigger pepper ginger summer winter spring autumn monday friday sunday january
march april june july august october computer internet server system oracle cisco google apple samsung android windows
linux changeme default temp demo company office school student teacher london paris berlin moscow beijing shanghai america
canada germany france china india brazil mexico woaini nihao zhongguo mima wang zhang chen yang freedom phoenix cookie
banana orange cherry flower rainbow diamond silver golden tiger eagle lion wolf bear horse kitty puppy pokemon naruto
starwars matrix chelsea arsenal barcelona madrid ferrari mustang money lucky happy smile jesus christ heaven family mother
father friend forever
`

const ENDINGS = `1 2 3 7 11 12 13 21 22 23 69 77 88 99 00 01 007 100 101 111 123 321 520 521 666 777 888 999 1234 1314 4321
12345 54321 123456 1234567 12345678 123456789 ! !! 1! 12! 123! 1234! !123 !1 @1 @12 @123 @1234 #1 #123 _123 123$ 123# .123 2000
2001 2005 2008 2010 2012 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 2026 2027 @2020 @2021 @2022 @2023 @2024 @2025 @2026
!2024 !2025 !2026 2024! 2025! 2026!`

const words = (text: string) => text.split(/\s+/).filter(Boolean)

let common: Set<string> | undefined

function commonPasswords(): Set<string> {
  const dressed = words(WORDS).flatMap((word) => words(ENDINGS).map((ending) => word + ending))
  return new Set([...words(AS_THEY_STAND), ...words(WORDS), ...dressed])
}

export function countCommonPasswords(): number {
  common ??= commonPasswords()
  return common.size
}

/** Whatever its case, or one character over and over, or a run of neighbours in the alphabet. */
export function isCommonPassword(password: string): boolean {
  common ??= commonPasswords()
  const plain = password.normalize('NFKC').toLowerCase()
  return common.has(plain) || isRepeated(plain) || isRun(plain)
}

/** A piece of up to four characters over and over: abababab, 12341234. */
function isRepeated(text: string): boolean {
  return [1, 2, 3, 4].some(
    (size) =>
      text ===
      text
        .slice(0, size)
        .repeat(Math.ceil(text.length / size))
        .slice(0, text.length),
  )
}

function isRun(text: string): boolean {
  const steps = Array.from(text, (character, i) =>
    i === 0 ? null : character.charCodeAt(0) - text.charCodeAt(i - 1),
  )
  const [, first] = steps
  return (first === 1 || first === -1) && steps.slice(1).every((step) => step === first)
}
