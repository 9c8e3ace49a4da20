namespace OkrKpi.Charts;

/// <summary>How the page looks; its colours are those of the pictures.</summary>
internal static class PageStyle
{
    internal const string Text = """
        :root{color-scheme:light dark}
        *{box-sizing:border-box}
        body{margin:0;font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;background:var(--paper);color:var(--ink)}
        header,main{max-width:76rem;margin:0 auto;padding:0 1rem}
        h1{font-size:1.75rem;line-height:1.2;margin:1.5rem 0 .25rem}
        h2{font-size:1.3rem;margin:2.25rem 0 .75rem;border-bottom:2px solid var(--grid);padding-bottom:.25rem}
        h3{font-size:1.05rem;margin:0;line-height:1.3;overflow-wrap:anywhere}
        h2+h3.group,h3.group{margin:1.5rem 0 .5rem;color:var(--muted);font-weight:600}
        h4{font-size:1rem;margin:0;line-height:1.3;overflow-wrap:anywhere}
        p{margin:.25rem 0}
        a{color:var(--actual)}
        .lead,.muted{color:var(--muted)}
        .cards{display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,21.5rem),1fr));padding:0;margin:0;list-style:none}
        .card{border:1px solid var(--grid);border-radius:.5rem;padding:.85rem 1rem;min-width:0;break-inside:avoid}
        .card.needed{border-left:.35rem solid var(--missed)}
        .card.covered{border-left:.35rem solid var(--actual)}
        .value{font-size:1.5rem;font-weight:600;line-height:1.3;font-variant-numeric:tabular-nums}
        .chip{display:inline-flex;align-items:baseline;gap:.35rem;font-size:.95rem;font-weight:400}
        .chip svg{flex:none;align-self:flex-start;margin-top:.3rem}.value .chip svg{align-self:center;margin:0}
        .behaviour{display:flex;flex-wrap:wrap;gap:.1rem 1rem}
        .facts{font-size:.9rem;color:var(--muted)}
        .reasons{margin:.35rem 0 0;padding-left:1.1rem}
        .objective{margin:0 0 1rem}
        .objective figcaption,.card figcaption{font-size:.9rem;color:var(--muted)}
        .pace{margin-top:.75rem}
        .pace>summary{cursor:pointer;padding:.25rem 0}
        .okr-of{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        table.findings{border-collapse:collapse;width:100%}
        .findings th,.findings td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--grid);overflow-wrap:anywhere}
        .findings th{font-weight:600;white-space:nowrap}
        footer{max-width:76rem;margin:2rem auto;padding:0 1rem 2rem;color:var(--muted);font-size:.9rem}
        @media (max-width:30rem){.findings thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .findings tr,.findings td,.findings th{display:block}.findings td,.findings th{border:0;padding:.1rem 0}
        .findings tr{border-bottom:1px solid var(--grid);padding:.5rem 0}}
        @page{size:A4;margin:14mm}
        @media print{body{font-size:11px}h1{font-size:20px}h2{font-size:15px;break-after:avoid}h3,h4{break-after:avoid}
        .cards{grid-template-columns:repeat(2,1fr);gap:8px}.card{padding:8px}.value{font-size:16px}
        .card .okr-figure svg{width:auto;max-width:100%;max-height:44mm}.objective .okr-figure svg{max-height:none}
        details{display:none}header,main{max-width:none;padding:0}}
        """;
}
