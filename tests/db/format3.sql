-- A session as the program of format 3 left it: imported, locked, then one person's data erased. Its lock's fingerprint is
-- XZY3-V349-4XE3-PXTA-88ER. Read by tests/db/test_open.c.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE meta (
    key TEXT PRIMARY KEY NOT NULL,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES('session',X'01a2022bf3e873f2b9cc2acd1b91e257');
CREATE TABLE writer (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    started_at INTEGER NOT NULL,
    person TEXT,
    machine TEXT,
    salt BLOB CHECK (length(salt) = 16),
    proof BLOB NOT NULL CHECK (length(proof) = 32)
) STRICT, WITHOUT ROWID;
INSERT INTO writer VALUES(X'01a2022bf3f077f2bef78607ea5855ff',1795332764656,'root','vm',X'40f1fbaf38f76e4e09d2c9b5611cee89',X'0c80693b300999b386d745d99130711f1f3edcd80fa834bb5993a8bc49e6025d');
INSERT INTO writer VALUES(X'01a2022bf40a722cba3c39a235ebc52a',1795332764682,'root','vm',X'17d7953b05bb1a58bfc98d15d106fcd4',X'456d3abe65cab87928b25b9d7b06a607c6413e6c469c653eb7fa2118f9618de4');
INSERT INTO writer VALUES(X'01a2022bf4327635a9e9315693977872',1795332764722,'root','vm',X'f97ef5bf851f6e14ff64fce64868e1db',X'952a33648d0967c8207f5dc2a84af95f206b97f92b8fc5380c7df3747295f9d1');
CREATE TABLE grp (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    writer BLOB NOT NULL,
    first INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'settle', 'lock', 'unlock', 'erase')),
    of BLOB CHECK (length(of) = 16),
    at INTEGER NOT NULL,
    action TEXT NOT NULL,
    reason TEXT,
    salt BLOB CHECK (length(salt) = 16),
    proof BLOB NOT NULL CHECK (length(proof) = 32)
) STRICT, WITHOUT ROWID;
INSERT INTO grp VALUES(X'01a2022bf3f273ffaf89b689cf12fb5f',X'01a2022bf3f077f2bef78607ea5855ff',1,'do',NULL,1795332764658,'import_session',NULL,X'd0e8a3f074d1c86b728e1a2f1f541b58',X'07603c96db988ac9002784692395f12102f3f31ee94bc92b7f51806f03d43bb2');
INSERT INTO grp VALUES(X'01a2022bf41471148f96403165db5ab7',X'01a2022bf40a722cba3c39a235ebc52a',1,'lock',NULL,1795332764692,'lock_text','uji',X'8d32e3dedfe4ea9849e702673431f326',X'ae7b14aea3215d31a0833e84f0259888dbe8387d7dc8c55db2ca4b8f769495db');
INSERT INTO grp VALUES(X'01a2022bf434779ba8545c628751d534',X'01a2022bf4327635a9e9315693977872',1,'erase',NULL,1795332764724,'erase_person',NULL,X'a0c9c4cad54426705dbd434e9464d723',X'9cbdf567563bc270a3a9a1f3ce6d229026f410f104d4036cdbc057ff04d5cac2');
CREATE TABLE change (
    writer BLOB NOT NULL,
    seq INTEGER NOT NULL,
    run INTEGER,
    hlc INTEGER NOT NULL,
    grp BLOB NOT NULL,
    entity TEXT NOT NULL,
    row BLOB NOT NULL,
    field TEXT NOT NULL,
    base_writer BLOB,
    base_seq INTEGER,
    seen INTEGER,
    salt BLOB,
    value ANY,
    erased INTEGER NOT NULL DEFAULT 0,
    proof BLOB NOT NULL,
    chain BLOB NOT NULL,
    PRIMARY KEY (writer, seq),
    CHECK ((base_writer IS NULL) = (base_seq IS NULL)),
    CHECK (erased = (salt IS NULL)),
    CHECK (erased = 0 OR value IS NULL)
) STRICT;
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',1,1,117658928064626688,X'01a2022bf3f273ffaf89b689cf12fb5f','session',X'01a2022bf3e873f2b9cc2acd1b91e257','theme',NULL,NULL,NULL,X'9a4105991f3dceb2c60a4fe8dc5cdfb7','Layanan obat',0,X'0c1706de91aaa07a430a9c76b8fe8697ad4649fbf54db0e1f3e66c9a79af40b3',X'9792af5cb3276a4fd8f32e49a083670259f5f6a2aa4fd1f2e756c3e4f1484ed5');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',2,1,117658928064626689,X'01a2022bf3f273ffaf89b689cf12fb5f','session',X'01a2022bf3e873f2b9cc2acd1b91e257','unit',NULL,NULL,NULL,X'ef55b8b77f428e128cae38dbea125b2d','RSUD Contoh',0,X'5fe0485d101a439a0e3f1ae7f3561c050dc531b1f9826b96a9645acb0a3ab84b',X'be1624680d039d30164e71fe9b8b973d424fded21c89c9ecc0c8521e7f0008a1');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',3,1,117658928064626690,X'01a2022bf3f273ffaf89b689cf12fb5f','session',X'01a2022bf3e873f2b9cc2acd1b91e257','date',NULL,NULL,NULL,X'ebfba07de2395a42fd9a71d09ebbea50','2026-11-12',0,X'20a67ee51f55adeb110ee11496bec73d6b0086ef273f68fc965e0d45a65ec800',X'16873eb470b33eb70966f050f91c3c2c7cde280e25d2b39456eaa8f5cf21078b');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',4,1,117658928064626691,X'01a2022bf3f273ffaf89b689cf12fb5f','session',X'01a2022bf3e873f2b9cc2acd1b91e257','zone',NULL,NULL,NULL,X'9efccf56c9a7e8eb65f48ada0f3c0977','wita',0,X'49a5c430d2845f5c1ed1696a1db641195a2b584f970b5c2aa03fed0070b831e3',X'7d26b1212605c59e06bfd4f4be7a427d5cc8f066c91be9dd5e019caa98507dd4');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',5,1,117658928064626692,X'01a2022bf3f273ffaf89b689cf12fb5f','session',X'01a2022bf3e873f2b9cc2acd1b91e257','place',NULL,NULL,NULL,X'1304c1bfc79608508b50474c3f74b893','Aula',0,X'21617a44189289370c2b8d4273591f8a27fe0bb71c44eccccb6a91317646034d',X'4242adc3e3288c8081b98d94a12ec68d693359617246bdf04474a04c54bb2857');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',6,1,117658928064626693,X'01a2022bf3f273ffaf89b689cf12fb5f','session',X'01a2022bf3e873f2b9cc2acd1b91e257','considered',NULL,NULL,NULL,X'aa9dc295b7f98a8bba77f538c5bf5263','paparan Kepala Dinas',0,X'9b77eaa293b1b6854d864216f67528d23393f1966fca6eb53ccf82cb6558afb8',X'6500a49fae67e6d34c8781881aa53599c5ca528ffe0e9566b2f13537b3e28b01');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',7,1,117658928064626694,X'01a2022bf3f273ffaf89b689cf12fb5f','session',X'01a2022bf3e873f2b9cc2acd1b91e257','current_agenda',NULL,NULL,NULL,X'55936e84cd7140901e484db0e16d18a2',X'01a201891db97374bf61353a35d5589e',0,X'a4f91a8cc23deb29d8b7b20583ac9bd89663e82cd88a04fe3e9323387c74ae73',X'c032711c74c64dcc248143c976ef2cc8adbb329bfd6d88773aaddb03d11d49e4');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',8,6,117658928064626695,X'01a2022bf3f273ffaf89b689cf12fb5f','participant',X'01a201891db973729cc03bb5bcb6c5fe','number',NULL,NULL,NULL,X'a3b67879d78865651a49e232bf63eed3',1,0,X'dfbca258621464e088142fb089cc7f5a06f6492b9da04cad7662241dbc2be373',X'7e0084dbe5a5174a5585c0b41ef82671f5c94746182fe97c5aeb0d702f79e4d1');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',9,NULL,117658928064626696,X'01a2022bf3f273ffaf89b689cf12fb5f','participant',X'01a201891db973729cc03bb5bcb6c5fe','name',NULL,NULL,NULL,NULL,NULL,1,X'0f57f7ab00e0afa481a49ba096f9779528b0fba90c42b2e90ca17d7af02ce4dc',X'8facd528283e2b1019375c3539acc2caedae93c3c94b737afb3edb953271ba2f');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',10,NULL,117658928064626697,X'01a2022bf3f273ffaf89b689cf12fb5f','participant',X'01a201891db973729cc03bb5bcb6c5fe','unsur',NULL,NULL,NULL,X'e7f40d6250cc4c21c8b93d22c1b8004b','pengguna',0,X'e1e11d56c928eadedc6c097c4d32ab96cb0775ee01dc02db25bfa7214b27827a',X'f36324f5c298ecf4a0c7fae042950c63d473b7d9e825fb6a897ca2ab64bab6b8');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',11,NULL,117658928064626698,X'01a2022bf3f273ffaf89b689cf12fb5f','participant',X'01a201891db973729cc03bb5bcb6c5fe','phone',NULL,NULL,NULL,NULL,NULL,1,X'3cb28177b5881a374100249c13cd079daa8c65269246e6148a2808d80378d8d3',X'ea5f476c85f1fde23f3b8c74bacac20803925e761a0e7a8184cd59ac7487125a');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',12,NULL,117658928064626699,X'01a2022bf3f273ffaf89b689cf12fb5f','participant',X'01a201891db973729cc03bb5bcb6c5fe','role',NULL,NULL,NULL,X'a737a6fa6fe789493863512254f2312f','peserta',0,X'115d33e555a2d47dc5b62744b139426fa4d666d386491d2622c2aa5eaef45192',X'4f9b39fb2dc3ce7e8394ddf72525b7e1abc87a65457e89aa3034e8f9329c5631');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',13,NULL,117658928064626700,X'01a2022bf3f273ffaf89b689cf12fb5f','participant',X'01a201891db973729cc03bb5bcb6c5fe','attendance',NULL,NULL,NULL,X'3f0a621dbd3d4abc94dee9b91f52dbb9','hadir',0,X'd5a2b09c1d337cb75d361b55b2d70109aefc919b8d4e709c5bd534c02a3391ab',X'5fe38cd3de43423ba6382c9d54a8b8288f03058b07d2de15aee664b8f9a6b248');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',14,5,117658928064692224,X'01a2022bf3f273ffaf89b689cf12fb5f','participant',X'01a201891db97373813a27d2eb28d86e','number',NULL,NULL,NULL,X'33cfb270169670d9892d4735eda74fd0',2,0,X'5a4a6049f1535673bae1acdd926164026729f9c8d1275c37636b4442e8bb524d',X'29772f5b98732407d43291a4dc20c90fa4e9ed20ed8afbcd647bae73dc0643ab');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',15,NULL,117658928064692225,X'01a2022bf3f273ffaf89b689cf12fb5f','participant',X'01a201891db97373813a27d2eb28d86e','name',NULL,NULL,NULL,X'e7b9febc96037b3313f4f53e5ff23d96','Doni',0,X'b7939a58a9759947a7aa7f043266f21c1b57e0ef557ead9fc08594ae9d93ff7e',X'63fdd7af053ef61880244d4fa13d7bfadb36e02c853d5a247fc0e2f02a09686e');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',16,NULL,117658928064692226,X'01a2022bf3f273ffaf89b689cf12fb5f','participant',X'01a201891db97373813a27d2eb28d86e','unsur',NULL,NULL,NULL,X'a45a5796d5480f340d11135918ac5909','penyelenggara',0,X'91bc86c57fb2a4139c07833bca4a9506b5c9ed443d1e56175494fe574aba31ad',X'57a637033a7b0841c86ebfadd005dfd8c04190cc6b05ae8fc7ec81c7f3d4cf74');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',17,NULL,117658928064692227,X'01a2022bf3f273ffaf89b689cf12fb5f','participant',X'01a201891db97373813a27d2eb28d86e','role',NULL,NULL,NULL,X'af6474c5c485799c7854aea558e5479c','peserta',0,X'ec842c544f4cd2ec22fd0b5c5ed7f22cf23e0047847958bc8c455bb9b4c4ed72',X'e938d6369ec79df6aa46c66fe212fe9830d105dac3706852908a146746f0e4b9');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',18,NULL,117658928064692228,X'01a2022bf3f273ffaf89b689cf12fb5f','participant',X'01a201891db97373813a27d2eb28d86e','attendance',NULL,NULL,NULL,X'1c34bc9e254480f482f50c792d7dab01','hadir',0,X'819b6d7e42af5a5e84d1647564352cf39d008c2fb2ffa6749c44db814ed5262f',X'8af5ee45b5b4581cc64baa81e0bdc08f0a8922cb6a1fd77b47edd9a2885f0af8');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',19,3,117658928064692229,X'01a2022bf3f273ffaf89b689cf12fb5f','agenda',X'01a201891db97374bf61353a35d5589e','ord',NULL,NULL,NULL,X'a22b1591f10a8d9d4bdfd45da73a20b6',1,0,X'7cceb77e107d7e3b2190b69be3724de7d7114eb435a4485bf2a1567e0c7681ee',X'd61188256e9d8bb659234340f916ebe21674e12ac601e3da005683fb02454b5e');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',20,NULL,117658928064692230,X'01a2022bf3f273ffaf89b689cf12fb5f','agenda',X'01a201891db97374bf61353a35d5589e','title',NULL,NULL,NULL,X'3c3ec296383a3596e3539c1973b56fb2','Diskusi',0,X'fc678302b462145923db3d981606e23688a965e0c54196d4711be5bc00427ddd',X'ab35526bdd2f38b90333a2b07519ffcee9bc8acf834bb4a7035cdd4b56c14c28');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',21,NULL,117658928064692231,X'01a2022bf3f273ffaf89b689cf12fb5f','agenda',X'01a201891db97374bf61353a35d5589e','kind',NULL,NULL,NULL,X'cf69ead0b0e5f57f8eb0784e85f4d4b9','diskusi',0,X'708fcb9e25c2d2cabe6287785abda664e6e233d605e19d196a38fe3ff0d461f7',X'892ae4d1b1d8764f30325ab9c4eca20b28fbfb6baa2a8498e77044e53a97288f');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',22,6,117658928064692232,X'01a2022bf3f273ffaf89b689cf12fb5f','contribution',X'01a201891db97375ab57e04ad29f80c4','number',NULL,NULL,NULL,X'2a1694c7fa4f364be008be5ee6d3b231',1,0,X'e48abaa883cc757122ccf39e90ac89042175fb9e3366765ac75a05559c4e0fe6',X'e1f41fd2a3fad961fb3aa5174ac4c4bfba7e3ac48cce77528ef5df5c72adaa50');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',23,NULL,117658928064692233,X'01a2022bf3f273ffaf89b689cf12fb5f','contribution',X'01a201891db97375ab57e04ad29f80c4','kind',NULL,NULL,NULL,X'993abb7f016edaa57c17d27487b14fc1','masukan',0,X'8ffa90e831c72a1a3f790a8d17632db56d78ed1f024f2f9ee5913d1de982ebb0',X'5a26e8de3c74ac8db9a4ca9d4ac6ea368a080549df55670030356d0d80f5a60a');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',24,NULL,117658928064692234,X'01a2022bf3f273ffaf89b689cf12fb5f','contribution',X'01a201891db97375ab57e04ad29f80c4','speaker',NULL,NULL,NULL,X'9945b9a9c8343ef58b9083d6cf3c364a',X'01a201891db973729cc03bb5bcb6c5fe',0,X'5d05223187df925b49f72646d75f0990b6dd10a10aeda31fcbba651832650140',X'8c74121da5b8d70261281d994c57606a12bc591484a6a52797130afe7998c5c7');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',25,NULL,117658928064692235,X'01a2022bf3f273ffaf89b689cf12fb5f','contribution',X'01a201891db97375ab57e04ad29f80c4','text',NULL,NULL,NULL,X'1e839e8d296885bd700c6548745f3e18','Antrean obat terlalu lama',0,X'14b4a1756b6cf7ac716326da448e6c5bf9856b92d21db94c461f9fe2230bd3b5',X'6d3118acc833ffc7694092d5ca6af4672ed375b97c2328eda0c7f9b71bc7cfc2');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',26,NULL,117658928064692236,X'01a2022bf3f273ffaf89b689cf12fb5f','contribution',X'01a201891db97375ab57e04ad29f80c4','at',NULL,NULL,NULL,X'1455657005f99a7c5f4d4b422dbb33d9',1794445260000,0,X'3f8b6b644b385ed1e4d89d2efa3ec284ff7ace6793b3871a5316159816f6c13c',X'5f47e8b8ff2153aaf3819f69de95ea9b957e79ae5005bc66808e216d866398d9');
INSERT INTO change VALUES(X'01a2022bf3f077f2bef78607ea5855ff',27,NULL,117658928064692237,X'01a2022bf3f273ffaf89b689cf12fb5f','contribution',X'01a201891db97375ab57e04ad29f80c4','agenda',NULL,NULL,NULL,X'5be7678d7b974619d3221838f7836e3c',X'01a201891db97374bf61353a35d5589e',0,X'f36f7c4c874438cd75a8b0a5b661d8bf847b01f0f879a19a96e4e0c25eb76683',X'8e0d47f02fc66f341380132dcb6b985804dacd81db571aa6ee36220b73d7719c');
INSERT INTO change VALUES(X'01a2022bf40a722cba3c39a235ebc52a',1,1,117658928066920448,X'01a2022bf41471148f96403165db5ab7','lock',X'01a2022bf4157135bd10fff76a05b77f','revision',NULL,NULL,NULL,X'4ea77292072d0c28503ceeb198b984e9',1,0,X'9307df06129df4eab95cf5004379f6f1e43de828b780b3e60b02f43bc403d4d6',X'bc23911600a188b695446eea891fed64b011042fdc692eabf68a2217683b62d3');
INSERT INTO change VALUES(X'01a2022bf40a722cba3c39a235ebc52a',2,1,117658928066920449,X'01a2022bf41471148f96403165db5ab7','lock',X'01a2022bf4157135bd10fff76a05b77f','cut',NULL,NULL,NULL,X'fab217fc41c2372a1867498458a0cf7e','01a2022b-f3f0-77f2-bef7-8607ea5855ff:27',0,X'1d3d68fa5e1d433cb542c5bd552776c8fb8a89534ce6391d0f1634e9c6f8c20b',X'b0c482db12cc445c0d6713ff74232c7dbb7e7a64b94935b13613eec338c3e3bb');
INSERT INTO change VALUES(X'01a2022bf40a722cba3c39a235ebc52a',3,1,117658928066920450,X'01a2022bf41471148f96403165db5ab7','lock',X'01a2022bf4157135bd10fff76a05b77f','fingerprint',NULL,NULL,NULL,X'f3544dd0be06e2da9ade3bdd4a1969ae','effc3d8c89275c3b774a421d8fbeda41d2703ea792d70d707f56d0aa420a55a8',0,X'8fa08b0b7ffa22f62064a3b8a8b6b108461120b6ddf4a7180cb60b970074bc03',X'79b840cd6ce41c386fc3efcffe2472452e9fc972d07922dc1617431ca0104a3c');
INSERT INTO change VALUES(X'01a2022bf40a722cba3c39a235ebc52a',4,1,117658928066920451,X'01a2022bf41471148f96403165db5ab7','lock',X'01a2022bf4157135bd10fff76a05b77f','at',NULL,NULL,NULL,X'06056d4a2c819ed342b071c2e7cc78fb',1795332764692,0,X'9b858b7ae00557bcdfb80a6fc3628a875aa7e168ae1bd99247f364a974a3a074',X'2fb9458940f0f3caa380e76333c14a3f4ef1d1635a004e0c1bc971a75e29c1c0');
INSERT INTO change VALUES(X'01a2022bf40a722cba3c39a235ebc52a',5,1,117658928066920452,X'01a2022bf41471148f96403165db5ab7','lock',X'01a2022bf4157135bd10fff76a05b77f','reason',NULL,NULL,NULL,X'dd27330aecff369a2c18d568c3a46204','uji',0,X'3410879a378e58b3919ed7fc01903d9a24a67f7faf4811b52d72904aed253416',X'14bf322d5ddab58d75f9289fec9a497f1e3ecfc8b013c3bbe5f8f9262a86c7fa');
INSERT INTO change VALUES(X'01a2022bf40a722cba3c39a235ebc52a',6,1,117658928066920453,X'01a2022bf41471148f96403165db5ab7','session',X'01a2022bf3e873f2b9cc2acd1b91e257','numbers_fixed_at',NULL,NULL,NULL,X'de9e298a00d7bff51c4aba9aee0aa08f',1795332764692,0,X'b36bfa3a7ac9b8760f4235a23b5e48e24512b06c25d7be23261369a27a86d2e9',X'dff51dd1228df432b12ded537289124fc25ca64ceec25dc58726fa7e7fad29d6');
INSERT INTO change VALUES(X'01a2022bf40a722cba3c39a235ebc52a',7,1,117658928066920454,X'01a2022bf41471148f96403165db5ab7','lock',X'01a2022bf4157135bd10fff76a05b77f','revision',X'01a2022bf40a722cba3c39a235ebc52a',1,NULL,X'9ad72ea45bf2722289884cdcb38ab90a',0,0,X'e560e0b3d27fb15359e8e0d2945eedbae57ec6131f4a71f478690d36c74cc77b',X'c45076e9276da845f6b45b472aa20b7b201fb11199d16fe974238c522f8f643f');
INSERT INTO change VALUES(X'01a2022bf4327635a9e9315693977872',1,1,117658928069017600,X'01a2022bf434779ba8545c628751d534','participant',X'01a201891db973729cc03bb5bcb6c5fe','name',X'01a2022bf3f077f2bef78607ea5855ff',9,NULL,X'c9815a84382294e3a7ebdca84b579289',NULL,0,X'c17c09d3440488f6a7389fb46e0b296fba1f04bd353697793775b3d3b71b8a39',X'ff27a5383829db1f0b05757fff3a0b5070e59d12af29b1cc1056b7d1c0319d80');
INSERT INTO change VALUES(X'01a2022bf4327635a9e9315693977872',2,1,117658928069083136,X'01a2022bf434779ba8545c628751d534','participant',X'01a201891db973729cc03bb5bcb6c5fe','phone',X'01a2022bf3f077f2bef78607ea5855ff',11,NULL,X'3ed8882449c820ac085cd88759c2f9c7',NULL,0,X'cc605028a38a0a70280c117612ee7a1f3b499189c8d0b5e463f4d915bcb14cfb',X'9810d0f77e33253e25463049a9f5722a1b6952ef178c7db510885dc71a74646d');
INSERT INTO change VALUES(X'01a2022bf4327635a9e9315693977872',3,1,117658928069083137,X'01a2022bf434779ba8545c628751d534','participant',X'01a201891db973729cc03bb5bcb6c5fe','phone_raw',NULL,NULL,NULL,X'6add18ef32889783fa0cad047814346e',NULL,0,X'60c60974d2813c53f5ad5cf8c1251752530e2ec1029b591c204764cdf70bc5d5',X'6c0e0c107d0654004e814251ff8d590936f374523a76de31ce17d6f99ea27c38');
INSERT INTO change VALUES(X'01a2022bf4327635a9e9315693977872',4,1,117658928069083138,X'01a2022bf434779ba8545c628751d534','participant',X'01a201891db973729cc03bb5bcb6c5fe','nip',NULL,NULL,NULL,X'e5c077328881f45d9baebbaf42dab2dd',NULL,0,X'be7398ac36a42191e69bb7a10bb8b684abddbdcfe77db0da5556e44de4742899',X'a5d49895ddee055ccb12b67f46953ebab39521e0a18013e078c8cd8a2ee4afcd');
INSERT INTO change VALUES(X'01a2022bf4327635a9e9315693977872',5,1,117658928069083139,X'01a2022bf434779ba8545c628751d534','participant',X'01a201891db973729cc03bb5bcb6c5fe','rank',NULL,NULL,NULL,X'6895ed2c4a18e5c957345bd2fecaca99',NULL,0,X'd9204dbea03299ede1bd3e27a0b5dc544704c7fe1440063d1337bc03d5e1317b',X'474d60c6caaca7b811fb00f8daf3280598ccc09b08352404501165e1c0edf2a6');
INSERT INTO change VALUES(X'01a2022bf4327635a9e9315693977872',6,1,117658928069083140,X'01a2022bf434779ba8545c628751d534','participant',X'01a201891db973729cc03bb5bcb6c5fe','need',NULL,NULL,NULL,X'481852e1e8973fd52816d7d05ce7ba61',NULL,0,X'e58d81cf2e28a3b9b0c0447101e6887f4ddd65a14bf36ca5fadf07f69c8ae8d4',X'5876ec50254e9a9e03fb3c9c72a2a529b5f6f73fb4b6dd8ede04421939bda6af');
INSERT INTO change VALUES(X'01a2022bf4327635a9e9315693977872',7,1,117658928069083141,X'01a2022bf434779ba8545c628751d534','participant',X'01a201891db973729cc03bb5bcb6c5fe','note',NULL,NULL,NULL,X'd5a685a08c5105a610d1795cbc904e3f',NULL,0,X'e05eac91eadfed527fbbe646ab2d987004b5d031f64791bd437bebfc07108360',X'cb41e672df170a5cfd1b782a105c6f83cb24c9d3dea345ecda1894d96d95b40e');
INSERT INTO change VALUES(X'01a2022bf4327635a9e9315693977872',8,1,117658928069083142,X'01a2022bf434779ba8545c628751d534','participant',X'01a201891db973729cc03bb5bcb6c5fe','address',NULL,NULL,NULL,X'5e23ecdb0b6d87f3b147268ae29507a8',NULL,0,X'6405f9d1795f85c58ccc3c16da2d4dbb03800eae609e13a11eb76b20755fe701',X'0c4666b85f8f966326363460b02abb1a89d51ea9be292ebbe0b3b4903e7eed73');
CREATE TABLE forked (
    entity TEXT NOT NULL,
    row BLOB NOT NULL,
    field TEXT NOT NULL,
    PRIMARY KEY (entity, row, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE tally (
    agenda BLOB PRIMARY KEY NOT NULL CHECK (length(agenda) = 16),
    counted INTEGER NOT NULL,
    gaps INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO tally VALUES(X'01a201891db97374bf61353a35d5589e',1,0);
CREATE TABLE draft (
    key TEXT PRIMARY KEY NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE blob (
    sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
    bytes BLOB NOT NULL
) STRICT;
CREATE TABLE session (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    theme TEXT,
    unit TEXT,
    unit_short TEXT,
    institution TEXT,
    unit_head TEXT,
    date TEXT,
    start_time INTEGER,
    end_time INTEGER,
    zone TEXT,
    place TEXT,
    town TEXT,
    letterhead TEXT,
    topic TEXT,
    mode TEXT,
    method TEXT,
    participation TEXT,
    ba_title TEXT,
    ba_number TEXT,
    copies INTEGER,
    paper TEXT,
    margin_top INTEGER,
    margin_bottom INTEGER,
    margin_left INTEGER,
    margin_right INTEGER,
    font_size INTEGER,
    date_style TEXT,
    words_case TEXT,
    with_logo INTEGER,
    with_number INTEGER,
    with_legal INTEGER,
    with_responsible INTEGER,
    with_source INTEGER,
    with_phone INTEGER,
    with_commitment INTEGER,
    with_attendance INTEGER,
    with_parked INTEGER,
    with_photos INTEGER,
    ba_variant TEXT,
    considered TEXT,
    with_component INTEGER,
    with_status INTEGER,
    with_objections INTEGER,
    with_positions INTEGER,
    attendance_form TEXT,
    spare_rows INTEGER,
    photos_per_page INTEGER,
    letter_number TEXT,
    letter_date TEXT,
    letter_nature TEXT,
    letter_enclosure TEXT,
    letter_note TEXT,
    team_decree TEXT,
    foreword TEXT,
    background TEXT,
    purpose TEXT,
    conclusion TEXT,
    suggestion TEXT,
    ground_rules TEXT,
    current_agenda BLOB REFERENCES agenda (id) DEFERRABLE INITIALLY DEFERRED,
    numbers_fixed_at INTEGER,
    read_aloud_at INTEGER,
    report_due TEXT,
    note TEXT,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO session VALUES(X'01a2022bf3e873f2b9cc2acd1b91e257','Layanan obat','RSUD Contoh',NULL,NULL,NULL,'2026-11-12',NULL,NULL,'wita','Aula',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'paparan Kepala Dinas',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,X'01a201891db97374bf61353a35d5589e',1795332764692,NULL,NULL,NULL,NULL);
CREATE TABLE legal_basis (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    ord INTEGER,
    text TEXT,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE participant (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    number INTEGER,
    name TEXT,
    invited_as TEXT,
    position TEXT,
    organization TEXT,
    unsur TEXT,
    sex TEXT,
    phone TEXT,
    phone_raw TEXT,
    nip TEXT,
    rank TEXT,
    role TEXT,
    invited INTEGER,
    attendance TEXT,
    represents BLOB REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
    arrived_at INTEGER,
    channel TEXT,
    need TEXT,
    name_public INTEGER,
    photo_consent INTEGER,
    note TEXT,
    fold TEXT,
    address TEXT,
    from_paper INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO participant VALUES(X'01a201891db973729cc03bb5bcb6c5fe',1,NULL,NULL,NULL,NULL,'pengguna',NULL,NULL,NULL,NULL,NULL,'peserta',NULL,'hadir',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO participant VALUES(X'01a201891db97373813a27d2eb28d86e',2,'Doni',NULL,NULL,NULL,'penyelenggara',NULL,NULL,NULL,NULL,NULL,'peserta',NULL,'hadir',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'doni',NULL,NULL,NULL);
CREATE TABLE agenda (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    ord INTEGER,
    title TEXT,
    kind TEXT,
    start_time INTEGER,
    minutes INTEGER,
    person TEXT,
    started_at INTEGER,
    ended_at INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO agenda VALUES(X'01a201891db97374bf61353a35d5589e',1,'Diskusi','diskusi',NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE issue (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    number INTEGER,
    title TEXT,
    tag TEXT,
    description TEXT,
    source TEXT,
    source_note TEXT,
    owner TEXT,
    skm_element TEXT,
    sp_component TEXT,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE contribution (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    number INTEGER,
    kind TEXT,
    speaker BLOB REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
    speaker_unsur TEXT,
    anonymous INTEGER,
    speaker_unknown INTEGER,
    continues BLOB REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT,
    wording TEXT,
    at INTEGER,
    agenda BLOB REFERENCES agenda (id) DEFERRABLE INITIALLY DEFERRED,
    channel TEXT,
    via TEXT,
    gap INTEGER,
    fold TEXT,
    from_paper INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO contribution VALUES(X'01a201891db97375ab57e04ad29f80c4',1,'masukan',X'01a201891db973729cc03bb5bcb6c5fe',NULL,NULL,NULL,NULL,'Antrean obat terlalu lama',NULL,1794445260000,X'01a201891db97374bf61353a35d5589e',NULL,NULL,NULL,'antrean obat terlalu lama',NULL,NULL);
CREATE TABLE contribution_issue (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    contribution BLOB REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    issue BLOB REFERENCES issue (id) DEFERRABLE INITIALLY DEFERRED,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE reply (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    answer BLOB REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    question BLOB REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE parked (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    number INTEGER,
    text TEXT,
    proposer BLOB REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
    contribution BLOB REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    channel TEXT,
    reason TEXT,
    forwarded_to TEXT,
    answer_by TEXT,
    from_paper INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE agreement (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    number INTEGER,
    problem TEXT,
    recommendation TEXT,
    responsible TEXT,
    horizon TEXT,
    duration INTEGER,
    duration_unit TEXT,
    due TEXT,
    status TEXT,
    status_reason TEXT,
    issue BLOB REFERENCES issue (id) DEFERRABLE INITIALLY DEFERRED,
    feasibility TEXT,
    skm_element TEXT,
    sp_component TEXT,
    agreed_at INTEGER,
    agreed_present INTEGER,
    read_aloud_at INTEGER,
    action_plan TEXT,
    indicator TEXT,
    progress TEXT,
    percent INTEGER,
    progress_note TEXT,
    proof TEXT,
    action_start TEXT,
    from_paper INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE agreement_contribution (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    agreement BLOB REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    contribution BLOB REFERENCES contribution (id) DEFERRABLE INITIALLY DEFERRED,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE position (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    agreement BLOB REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    unsur TEXT,
    participant BLOB REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
    stance TEXT,
    count INTEGER,
    note TEXT,
    from_paper INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE objection (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    number INTEGER,
    agreement BLOB REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    participant BLOB REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
    party TEXT,
    text TEXT,
    reason TEXT,
    reason_withheld INTEGER,
    reply TEXT,
    read_back INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE deadline_move (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    agreement BLOB REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    old_due TEXT,
    new_due TEXT,
    reason TEXT,
    at INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE document (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    ord INTEGER,
    kind TEXT,
    caption TEXT,
    taken_at INTEGER,
    file_name TEXT,
    mime TEXT,
    size INTEGER,
    sha256 TEXT,
    stored INTEGER,
    withheld INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE signatory (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    ord INTEGER,
    participant BLOB REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT,
    prefix TEXT,
    position TEXT,
    role TEXT,
    rank TEXT,
    nip TEXT,
    state TEXT,
    state_reason TEXT,
    signed_at INTEGER,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE lock (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    revision INTEGER,
    cut TEXT,
    fingerprint TEXT,
    at INTEGER,
    reason TEXT,
    unlocked_at INTEGER,
    unlock_reason TEXT,
    deleted INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO lock VALUES(X'01a2022bf4157135bd10fff76a05b77f',0,'01a2022b-f3f0-77f2-bef7-8607ea5855ff:27','effc3d8c89275c3b774a421d8fbeda41d2703ea792d70d707f56d0aa420a55a8',1795332764692,'uji',NULL,NULL,NULL);
CREATE INDEX change_row ON change (row, entity) WHERE run IS NOT NULL;
CREATE INDEX session_current_agenda ON session (current_agenda) WHERE current_agenda IS NOT NULL;
CREATE INDEX legal_basis_ord ON legal_basis (ord);
CREATE INDEX participant_number ON participant (number);
CREATE INDEX participant_represents ON participant (represents) WHERE represents IS NOT NULL;
CREATE INDEX agenda_ord ON agenda (ord);
CREATE INDEX issue_number ON issue (number);
CREATE INDEX contribution_number ON contribution (number);
CREATE INDEX contribution_speaker ON contribution (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX contribution_continues ON contribution (continues) WHERE continues IS NOT NULL;
CREATE INDEX contribution_agenda ON contribution (agenda) WHERE agenda IS NOT NULL;
CREATE INDEX contribution_issue_contribution ON contribution_issue (contribution)
WHERE contribution IS NOT NULL;
CREATE INDEX contribution_issue_issue ON contribution_issue (issue) WHERE issue IS NOT NULL;
CREATE INDEX reply_answer ON reply (answer) WHERE answer IS NOT NULL;
CREATE INDEX reply_question ON reply (question) WHERE question IS NOT NULL;
CREATE INDEX parked_number ON parked (number);
CREATE INDEX parked_proposer ON parked (proposer) WHERE proposer IS NOT NULL;
CREATE INDEX parked_contribution ON parked (contribution) WHERE contribution IS NOT NULL;
CREATE INDEX agreement_number ON agreement (number);
CREATE INDEX agreement_issue ON agreement (issue) WHERE issue IS NOT NULL;
CREATE INDEX agreement_contribution_agreement ON agreement_contribution (agreement)
WHERE agreement IS NOT NULL;
CREATE INDEX agreement_contribution_contribution ON agreement_contribution (contribution)
WHERE contribution IS NOT NULL;
CREATE INDEX position_agreement ON position (agreement) WHERE agreement IS NOT NULL;
CREATE INDEX position_participant ON position (participant) WHERE participant IS NOT NULL;
CREATE INDEX objection_number ON objection (number);
CREATE INDEX objection_agreement ON objection (agreement) WHERE agreement IS NOT NULL;
CREATE INDEX objection_participant ON objection (participant) WHERE participant IS NOT NULL;
CREATE INDEX deadline_move_agreement ON deadline_move (agreement) WHERE agreement IS NOT NULL;
CREATE INDEX document_ord ON document (ord);
CREATE INDEX document_sha256 ON document (sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX signatory_ord ON signatory (ord);
CREATE INDEX signatory_participant ON signatory (participant) WHERE participant IS NOT NULL;
CREATE TRIGGER change_no_update BEFORE UPDATE ON change
WHEN NOT (NEW.value IS NULL AND NEW.salt IS NULL AND NEW.erased = 1
    AND NEW.writer IS OLD.writer AND NEW.seq IS OLD.seq AND NEW.run IS OLD.run AND NEW.hlc IS OLD.hlc
    AND NEW.grp IS OLD.grp AND NEW.entity IS OLD.entity AND NEW.row IS OLD.row
    AND NEW.field IS OLD.field AND NEW.base_writer IS OLD.base_writer
    AND NEW.base_seq IS OLD.base_seq AND NEW.seen IS OLD.seen
    AND NEW.proof IS OLD.proof AND NEW.chain IS OLD.chain)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_no_replace BEFORE INSERT ON change
WHEN EXISTS (SELECT 1 FROM change WHERE writer = NEW.writer AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER grp_no_update BEFORE UPDATE ON grp
WHEN NOT (NEW.reason IS NULL AND NEW.salt IS NULL
    AND NEW.id IS OLD.id AND NEW.writer IS OLD.writer AND NEW.first IS OLD.first
    AND NEW.kind IS OLD.kind
    AND NEW.of IS OLD.of AND NEW.at IS OLD.at AND NEW.action IS OLD.action
    AND NEW.proof IS OLD.proof)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER grp_no_delete BEFORE DELETE ON grp
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER grp_no_replace BEFORE INSERT ON grp
WHEN EXISTS (SELECT 1 FROM grp WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER writer_no_update BEFORE UPDATE ON writer
WHEN NOT (NEW.person IS NULL AND NEW.machine IS NULL AND NEW.salt IS NULL
    AND NEW.id IS OLD.id AND NEW.started_at IS OLD.started_at AND NEW.proof IS OLD.proof)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER writer_no_delete BEFORE DELETE ON writer
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER writer_no_replace BEFORE INSERT ON writer
WHEN EXISTS (SELECT 1 FROM writer WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
COMMIT;
PRAGMA application_id = 1297434177;
PRAGMA user_version = 3;
PRAGMA journal_mode = WAL;
