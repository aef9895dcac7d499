/** Clipboards for tests, in the very shape in which each program writes them. */

/** Word for Windows, Indonesian: fragment with Office namespaces, conditional comments and lists as paragraphs. */
export const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:"Cambria Math";} p.MsoNormal {margin:0cm;} @list l0:level1 {mso-level-number-format:bullet;} --></style></head>
<body lang=IN style='tab-interval:36.0pt'><!--StartFragment-->
<h1><b><span lang=IN style='font-size:16.0pt'>Agenda&nbsp;KTT<o:p></o:p></span></b></h1>
<p class=MsoNormal><span lang=IN style='mso-ansi-language:IN'>Presiden <b style='mso-bidi-font-weight:normal'>tiba</b> di
<i>Changi</i>, kata <a href="https://www.antaranews.com/berita/1?utm_source=word&amp;id=7"><span style='color:windowtext'><u>Antara</u></span></a>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Sidang<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Pleno<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Jamuan<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>3.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Tiga<o:p></o:p></p>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Gambar_1" style='width:300pt'><v:imagedata src="file:///C:/Users/SARI/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png" o:title=""/></v:shape><![endif]--><![if !vml]><img width=400 height=300 src="file:///C:/Users/SARI/AppData/Local/Temp/msohtmlclip1/01/clip_image002.png" v:shapes="Gambar_1"><![endif]><o:p></o:p></p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>Tersembunyi</span>Akhir&shy;nya.<o:p></o:p></p>
<!--EndFragment--></body></html>`;

/** The RTF that Word puts beside it, its one picture in it. */
export function rtfOfWord(png: Uint8Array): string {
  const hex = Array.from(png, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const lines = hex.replaceAll(/(.{78})/g, '$1\r\n');
  return `{\\rtf1\\ansi Akhir {\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn shapeType}{\\sv 75}}}\\picscalex100\\picw10583\\pich7938\\pngblip\\bliptag-1{\\*\\blipuid 0b9d3f2a4c5e6f708192a3b4c5d6e7f8}${lines}}}{\\nonshppict{\\pict\\wmetafile8\\picw1\\pich1 010009}}}`;
}

/** Word with comments, tracked changes, a footnote and an endnote: notes and comments come in parts of their own behind the copy. */
export const WORD_REVIEWED = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15"></head>
<body lang=IN style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoNormal>Bupati <a style='mso-comment-reference:U_1;mso-comment-date:20180427T1005'>diduga menerima</a><span class=MsoCommentReference><span style='font-size:8.0pt;line-height:107%'><a style='mso-comment-reference:U_1;mso-comment-date:20180427T1005'>&nbsp;</a><span style='mso-special-character:comment'>&nbsp;<![if !supportAnnotations]><a href="#_msocom_1" language=JavaScript id="_anchor_1" onmouseover="msoCommentShow('_anchor_1','_com_1')" onmouseout="msoCommentHide('_com_1')" class=msocomanchor name="_msoanchor_1">[U1]</a><![endif]></span></span></span>, kata <span class=MsoCommentReference><span style='font-size:8.0pt'>jaksa</span></span>
pada hari <span class=msoDel><del cite="mailto:Budi" datetime="2018-04-27T10:06">Kamis</del></span><span class=msoIns><ins cite="mailto:Budi" datetime="2018-04-27T10:06">Jumat</ins></span>, seperti <u>biasa</u>, bukan <s>Senin</s>.<o:p></o:p></p>
<p class=MsoNormal>Akhir<a style='mso-endnote-id:edn1' href="#_edn1" name="_ednref1" title=""><span class=MsoEndnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoEndnoteReference><span style='font-size:11.0pt'>[i]</span></span><![endif]></span></span></a> dan kaki<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span style='font-size:11.0pt'>[1]</span></span><![endif]></span></span></a>.<o:p></o:p></p>
<!--EndFragment--><div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff align=left size=1 width="33%"><![endif]><div style='mso-element:comment'><![if !supportAnnotations]><div id="_com_1" class=msocomtxt language=JavaScript onmouseover="msoCommentShow('_anchor_1','_com_1')"><![endif]><span style='mso-comment-author:"Budi"'><![if !supportAnnotations]><a name="_msocom_1"></a><![endif]><p class=MsoCommentText><span class=MsoCommentReference><span style='font-size:8.0pt'><span style='mso-special-character:comment'>&nbsp;<![if !supportAnnotations]><a href="#_msoanchor_1" class=msocomoff>[U1]</a><![endif]></span></span></span>RAHASIA: tanya pengacara dulu<o:p></o:p></p></span><![if !supportAnnotations]></div><![endif]></div></div>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>
<hr align=left size=1 width="33%">
<![endif]>
<div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span style='font-size:10.0pt'>[1]</span></span><![endif]></span></span></a> Data <b>BPS</b>.<o:p></o:p></p>
<p class=MsoFootnoteText>Per Maret.<o:p></o:p></p>
</div>
</div>
<div style='mso-element:endnote-list'><![if !supportEndnotes]><br clear=all>
<hr align=left size=1 width="33%">
<![endif]>
<div style='mso-element:endnote' id=edn1>
<p class=MsoEndnoteText><a style='mso-endnote-id:edn1' href="#_ednref1" name="_edn1" title=""><span class=MsoEndnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoEndnoteReference>[i]</span><![endif]></span></span></a> Catatan akhir.<o:p></o:p></p>
</div>
</div>
</body></html>`;

/** Google Docs in Chrome. */
export const GOOGLE_DOCS = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-5f3a-7fff"><h2 dir="ltr" style="line-height:1.38;margin-top:18pt;"><span style="font-size:16pt;font-family:Arial;color:#000000;background-color:transparent;font-weight:400;font-style:normal;text-decoration:none;vertical-align:baseline;white-space:pre-wrap;">Agenda</span></h2><p dir="ltr" style="line-height:1.38;"><span style="font-weight:400;font-style:normal;text-decoration:none;vertical-align:baseline;white-space:pre-wrap;">Presiden </span><span style="font-weight:700;font-style:italic;text-decoration:none;">tiba</span><span style="font-weight:400;">, kata </span><a href="https://www.google.com/url?q=https://antaranews.com/b?id%3D1&amp;sa=D&amp;source=editors&amp;ust=1" style="text-decoration:none;"><span style="color:#1155cc;font-weight:400;text-decoration:underline;">Antara</span></a><span style="font-weight:400;">.</span></p><br /><ul style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;font-weight:400;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">Sidang</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span style="font-weight:400;">Pleno</span></p></li></ul></ul><p dir="ltr"><span style="font-weight:400;">H</span><span style="font-size:0.6em;vertical-align:sub;">2</span><span style="font-weight:400;">O</span></p></b><br class="Apple-interchange-newline">`;

/** LibreOffice Writer. */
export const LIBRE_OFFICE = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 7.4 (Linux)"/><style type="text/css">p { margin-bottom: 0.25cm } a:link { color: #000080 }</style></head><body lang="id-ID" link="#000080" vlink="#800000" dir="ltr"><h2 class="western">Agenda</h2>
<p style="line-height: 100%; margin-bottom: 0cm"><font face="Liberation Serif, serif"><font size="3" style="font-size: 12pt">Presiden
<b>tiba</b> di <i>Changi</i>.</font></font></p>
<ul><li><p style="margin-bottom: 0cm">Sidang</p><ul><li><p style="margin-bottom: 0cm">Pleno</p></li></ul></li></ul>
<p><img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==" name="Gambar1" alt="Foto" width="400" height="300" border="0"/></p></body></html>`;

/** Gmail: an answer above the mail it answers. */
export const GMAIL = `<div dir="ltr">Mohon dimuat.<br><br>Terima kasih.<div><br></div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Pada tanggal Jum, 27 Apr 2018 pukul 10.00 Humas &lt;<a href="mailto:humas@contoh.id" target="_blank">humas@contoh.id</a>&gt; menulis:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"><div dir="ltr"><p>Siaran pers: <b>harga</b> beras turun.</p></div></blockquote></div>`;

/** Google Sheets. */
export const SHEETS = `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1" style="table-layout:fixed;font-size:10pt;" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="overflow:hidden;padding:2px 3px;vertical-align:bottom;">Tim</td><td style="overflow:hidden;" data-sheets-value="{&quot;1&quot;:2}">Poin</td></tr><tr style="height:21px;"><td style="overflow:hidden;">Persija</td><td style="font-weight:bold;text-align:right;">30</td></tr></tbody></table></google-sheets-html-origin>`;

/** Excel: end tags of cells left as they are, styles by class. */
export const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=Generator content="Microsoft Excel 15"><style><!--table {mso-displayed-decimal-separator:"\\,";} .xl65 {mso-number-format:"\\@";}--></style></head><body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=128 style='border-collapse:collapse;width:96pt'><!--StartFragment--><col width=64 span=2 style='width:48pt'><tr height=20 style='height:15.0pt'><td height=20 class=xl65 width=64>Tim</td><td width=64>Poin</td></tr><tr height=20><td height=20>Persija</td><td align=right><b>30</b></td></tr><!--EndFragment--></table></body></html>`;

/** WhatsApp Web: one selected message. */
export const WHATSAPP_SELECTION = `<span dir="ltr" class="_ao3e selectable-text copyable-text" style="min-height: 0px;"><span><strong class="selectable-text copyable-text" data-app-text-template="*\${appText}*">SIARAN PERS</strong> <img crossorigin="anonymous" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" alt="📢" draggable="false" class="b15 emoji wa _ao3e" style="background-position: 0px -20px;" data-plain-text="📢">Harga <em class="selectable-text copyable-text" data-app-text-template="_\${appText}_">beras</em> turun.</span></span>`;
