// Usual names of the Nordic countries, Germany, Britain and of who has come to live there, in lower case.
const firstNames = new Set(
  `anna maria eva emma karin kristina kerstin lena sara elin hanna johanna linda marie ingrid birgitta malin susanne
sofia annika elisabeth elisabet jenny ulla gunilla monica monika helena camilla amanda julia ida matilda klara clara
alice elsa ebba wilma maja alva astrid agnes ellen freja linnea lovisa moa tilda tuva stina saga signe siri sigrid
margareta margaretha marianne barbro berit britt britta carina carin cecilia charlotte christina christine ewa frida
gudrun gun gunnel hedvig helen ingegerd inger irene jessica josefin josefine karolina caroline katarina lisa lotta
louise madeleine maud mikaela mona nina pernilla petra pia rebecka rebecca sandra siv solveig sonja therese tove
ulrika veronica viktoria victoria viola yvonne åsa annelie anneli anette annette ann-marie ann-christin ann
lars erik karl carl anders johan per nils mikael michael jan hans peter olof gunnar sven fredrik bengt bo daniel
gustav gustaf alexander göran magnus stefan martin thomas tomas mattias andreas john jonas leif björn henrik christer
christian kristian ulf jakob jacob joakim viktor victor oskar oscar emil simon patrik patrick robert david håkan
roger kent marcus markus rolf tommy sebastian filip hugo lucas lukas william elias oliver liam noah ludvig axel arvid
adam albin anton arne arvo åke bertil birger börje claes clas conny dennis edvin einar emanuel filippa folke georg
gösta hampus harald hjalmar ingemar ingvar isak ivar jens jesper jimmy joel jonathan jörgen kaj kenneth kjell kurt
lennart linus lennarth mats max melker morgan måns niklas niclas ola olle ove otto pelle petter pontus pär ragnar
rasmus rickard rikard robin rune rasmus samuel sigvard sixten staffan stig sture svante sören tobias torbjörn tore
torsten ture uno urban valter vidar viggo vincent yngve östen
mette hanne kirsten lone bente gitte tina jette lene helle susanne anne charlotte birthe lise pernille camilla mia
trine rikke stine line maiken dorthe karen kristine katrine mathilde laura josefine freja nanna sofie signe ditte
søren niels lars jørgen henrik ole mads morten jesper bent erik torben flemming kim claus jeppe mikkel frederik
kristoffer christoffer kasper casper anders rasmus troels poul preben svend mogens steen villads magne valdemar
bjørn øyvind knut kåre terje geir tor svein trond stein odd arild asbjørn eirik espen frode gaute håvard halvor ivar
jan-erik kristoffer magnus ola pål per-olof sindre sigurd stian tormod tore trygve vegard aksel sander
ingeborg solfrid randi ragnhild turid torunn unni wenche marit liv hege heidi hilde silje siv mari kari gro grete
grethe bjørg aud berit anne-lise tone tuva thea nora ingvild
juhani matti mikko antti juha jari timo kari pekka markku jukka heikki hannu seppo tapio ilkka petri sami janne marko
ville tuomas lauri eero esa jarmo jorma kalle kimmo olli pentti raimo risto sakari teemu tero vesa aleksi eetu
tiina päivi anne sari pirjo leena ritva tuula merja riitta minna marja satu sanna kaisa outi mari johanna katja
hanna-mari heli jaana kirsi marjatta aino helmi venla anni eeva liisa anneli marketta tarja tuulikki ulla-maija
hannah mia lea sabine claudia stefanie nicole katrin kathrin ursula renate brigitte helga gisela birgit angelika
heike silke jürgen wolfgang klaus dieter uwe horst günter manfred helmut gerhard jörg torsten thorsten matthias
florian tobias felix jonas heinz werner ralf bernd
james mary patricia jennifer elizabeth barbara susan margaret sarah karen nancy betty emily olivia sophie jack
george harry charles edward richard joseph steven stephen andrew paul mark kevin brian timothy jason ryan eric
christopher matthew anthony amy rachel laura megan lauren grace lucy jane kate katie alison fiona ian graham
mohammed mohamed muhammad mohammad ahmed ahmad ali hassan hussein omar ibrahim yusuf youssef khalid abdi abdullah
mustafa mehmet fatima fatma aisha amina maryam zahra leila layla samira hodan khadija ayse yasmin
aleksandra agnieszka katarzyna piotr krzysztof tomasz marcin olga natalia irina svetlana tatiana dmitri sergei ivan
joão josé antonio carlos luis pedro ana juan miguel francisco pierre jean marie-louise jan-olof karl-erik lars-erik`.split(
    /\s+/,
  ),
);

const lastNames = new Set(
  `lind ek berg björk lund holm wall hall dahl falk frisk ljung blom hedin norén nordin sandin melin lundin sundin wallin
norling hedlund åberg öberg engman nyman hedman forsman ekman bergman friman rydén lindén norrby brandt ahl strand
hansson friis bach kjær skov vestergaard nygaard krogh juhl møller koch bech bak bundgaard damgaard kjeldgaard
lassen bakke bakken haugen hagen moen lie solberg strøm eide nguyen myhre sæther lien ruud solheim
mäki laine koski heikkilä salmi aalto lehto laakso rantala koskela niemi järvi ahola mattila kallio rinne
müller mueller schmidt schneider fischer weber meyer meier wagner becker schulz schulze hoffmann bauer richter
klein wolf schröder neumann schwarz zimmermann braun krüger hartmann lange werner krause lehmann köhler maier
smith jones taylor brown williams davies evans roberts walker wright white hughes green wood clarke clark lewis
king baker turner hill scott cooper morris ward carter phillips mitchell murphy kelly campbell stewart miller moore
garcia martinez rodriguez fernandez lopez gonzalez silva santos ferreira pereira costa rossi novak kowalski nowak
ahmed ali hassan hussein mohamed mohammed abdi ibrahim khan yilmaz kaya demir hosseini rahimi`.split(/\s+/),
);

const usualEndings =
  /(?:sson|sen|son|str[öø]m|berg|lund|[kq]vist|quist|gren|dahl|holm|feldt|gaard|stedt|mann|[^aeiouyäöå]inen|[aeiouyäö]nen)$/;
/** Places and goods with such endings. */
const noLastName =
  /^(?:stockholm|bornholm|heidelberg|nürnberg|person|lektion|saison|season|reason|lesson|poison|version|essen|lessen|klassen|kassen|kissen|wissen|tassen|mässen|bussen|posten|varberg|karlsberg|carlsberg|fåborg|liseberg|kungsholm|telefonen|toinen|yhteinen|hyvänen|nainen|ihminen|punainen|sininen|suomalainen|ensimmäinen)$/;

export const isFirstName = (word: string): boolean => firstNames.has(word.toLowerCase());

/** A usual last name, by itself or by its ending. */
export function isLastName(word: string): boolean {
  const lower = word.toLowerCase();
  if (lastNames.has(lower)) return true;
  return lower.length > 4 && usualEndings.test(lower) && !noLastName.test(lower);
}
