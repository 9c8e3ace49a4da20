namespace OkrKpi.Charts;

/// <summary>The colours, by role, on light and on dark paper. A host sets <c>--okr-ink</c> and so on for its own.</summary>
/// <remarks>Blue and vermilion are told apart with every kind of colour blindness; what they say is said by shape as well.</remarks>
internal static class Palette
{
    internal static readonly (string Name, string Light, string Dark)[] Colours =
    [
        ("paper", "#ffffff", "#15191e"),
        ("ink", "#1b2733", "#e8ecf0"),
        ("muted", "#55626e", "#a5b1bc"),
        ("grid", "#e2e6ea", "#2d353d"),
        ("line", "#8a96a1", "#77838f"),
        ("actual", "#1f5fa8", "#7db4f2"),
        ("missed", "#b5420b", "#ff9a62"),
        ("target", "#36424d", "#cdd5dc"),
    ];

    /// <summary>The rules for every picture, written once a page or once a file.</summary>
    internal static string Style { get; } = Written();

    /// <summary>The colours as variables of what a selector selects.</summary>
    internal static string Variables(string selector)
    {
        string Declared(Func<(string Name, string Light, string Dark), string> colour) =>
            string.Concat(Colours.Select(each => $"--{each.Name}:var(--okr-{each.Name},{colour(each)});"));
        return $"{selector}{{{Declared(each => each.Light)}}}@media screen and (prefers-color-scheme:dark){{{selector}{{{Declared(each => each.Dark)}}}}}";
    }

    private static string Written()
    {
        // What cannot read variables takes the colour before.
        string Fill(string name) => $"fill:{Light(name)};fill:var(--{name})";
        string Stroke(string name, string width) => $"fill:none;stroke:{Light(name)};stroke:var(--{name});stroke-width:{width}";
        return
            Variables(".okr")
            + FormattableString.Invariant($".okr{{font:{TextWidth.Normal}px system-ui,\"Segoe UI\",Roboto,\"Noto Sans\",Arial,sans-serif}}")
            + $".okr text{{{Fill("ink")};white-space:pre}}"
            + $".okr .n{{{Fill("muted")}}}"
            + ".okr .b{font-weight:600}.okr .h{font-size:15px;font-weight:600}.okr .e{text-anchor:end}.okr .c{text-anchor:middle}"
            + $".okr .o{{paint-order:stroke;stroke:{Light("paper")};stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}}"
            + $".okr .p{{{Fill("paper")}}}"
            + $".okr .g{{{Stroke("grid", "1")}}}"
            + $".okr .x{{{Stroke("line", "1")}}}"
            + $".okr .xd{{{Stroke("line", "1")};stroke-dasharray:2 3}}"
            + $".okr .a{{{Stroke("actual", "2")};stroke-linejoin:round}}"
            + $".okr .ad{{{Stroke("actual", "2")};stroke-dasharray:4 3}}"
            + $".okr .t{{{Stroke("target", "1.5")}}}"
            + $".okr .td{{{Stroke("target", "1.5")};stroke-dasharray:5 3}}"
            + $".okr .d{{{Stroke("target", "3")}}}"
            + $".okr .k{{{Fill("actual")};opacity:.07}}"
            + $".okr .f{{{Fill("actual")};opacity:.14}}"
            + $".okr .u{{{Fill("actual")}}}"
            + $".okr .m{{{Fill("missed")}}}"
            + $".okr .w{{{Fill("paper")};stroke:{Light("actual")};stroke:var(--actual);stroke-width:1.8}}"
            + $".okr .v{{{Stroke("muted", "1.6")}}}"
            + $".okr .ms{{{Stroke("missed", "3")}}}"
            + $".okr .q{{{Fill("grid")}}}"
            + $".okr .q1{{{Fill("line")};opacity:.75}}.okr .q2{{{Fill("line")};opacity:.5}}.okr .q3{{{Fill("line")};opacity:.25}}"
            + $".okr .s{{{Fill("target")}}}.okr .i{{{Fill("paper")}}}";
    }

    internal static string Light(string name) => Array.Find(Colours, each => each.Name == name).Light;
}
