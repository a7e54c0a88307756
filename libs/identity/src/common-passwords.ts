/**
 * The commonest passwords of ten characters and more, in lower case, without punctuation. Shorter ones are refused by
 * their length.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `1234567890 0123456789 12345678910 123456789a 0987654321 9876543210 1234512345 1231231234 1122334455 1234554321
  qwertyuiop qwertyuiop123 qwerty12345 qwerty123456 1qaz2wsx3edc 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 qazwsxedcrfv
  zxcvbnm123 asdfghjkl123 asdfghjkl1 qwertyqwerty 1qazxsw23edc zaq12wsxcde3 abcdefghij abcdefgh123 abcd123456
  abc1234567 abc123456789 a123456789 a1234567890 aa123456789 aa12345678 qq123456789 qq12345678 wang123456 zhang123456
  password12 password123 password1234 password12345 password123456 passwordpassword mypassword1 mypassword123
  passw0rd123 p4ssw0rd123 pssw0rd123 pssword123 pssword1234 admin12345 admin123456 adminadmin administrator administrator1
  administrator123 welcome123 welcome1234 welcome12345 letmein123 letmein1234 changeme123 changeme1234 changeit123
  iloveyou123 iloveyou1314 iloveyou520 woaini1314 woaini520 woaini1314520 woaini123456 woaiwojia1 5201314520
  1314520520 5201314000 1314521131 computer123 football123 baseball123 princess123 sunshine123 superman123 dragon12345
  monkey12345 michael123 jennifer123 liverpool123 manchester chocolate1 butterfly1 basketball basketball1 1111111111
  0000000000 1212121212 1313131313 8888888888 6666666666 1231231231 1472583690 1597534862 7894561230 147258369a
  leitai1234 leitai12345 leitai123456 leitai2024 leitai2025 leitai2026 chongqing123 chongqing2024 chongqing2025
  test123456 test1234567 testtest123 guest12345 user123456 demo123456 secret12345 default123 qwerasdfzxcv qwer1234567
  asdf1234567 zxcv1234567 qweasdzxc123 trustno1trustno1 letmeinletmein starwars123 google12345 internet123`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
