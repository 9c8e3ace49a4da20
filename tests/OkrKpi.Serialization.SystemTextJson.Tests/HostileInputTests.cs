using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>
/// What an attacker or an accident may hand in, in a document, on a line and inside a user's own type: a <see cref="JsonException"/> each time, with its place
/// and what is allowed.
/// </summary>
public sealed class HostileInputTests
{
    private const string Kpi = """{"id":"a","name":"A","unit":{"kind":"percent"},"direction":"higherIsBetter","cadence":"month","aggregation":"last"}""";

    private const string Cycle = "\"cycle\":{\"start\":\"2026-01-01\",\"end\":\"2026-03-31\"}";

    private static readonly JsonSerializerOptions Serializer = new JsonSerializerOptions().AddOkrKpi();

    // A member of a measurement that is bad, the member that is to be blamed ("" for the measurement), and what the sentence says.
    public static TheoryData<string, string, string> Members => new()
    {
        { "\"date\":\"2026-01-01\",\"value\":1,\"value\":2", "value", "given twice" },
        { "\"date\":\"2026-01-01\",\"value\":1,\"v\\u0061lue\":2", "value", "given twice" },
        { "\"date\":\"2026-01-01\",\"value\":\"1\"", "value", "expected a number" },
        { "\"date\":\"2026-01-01\",\"value\":null", "value", "leave the member out" },
        { "\"date\":\"2026-01-01\",\"value\":true", "value", "expected a number" },
        { "\"date\":\"2026-01-01\",\"value\":[1]", "value", "expected a number" },
        { "\"date\":\"2026-01-01\",\"value\":{}", "value", "expected a number" },
        { "\"date\":20260101,\"value\":1", "date", "expected a string" },
        { "\"date\":\"2026-02-30\",\"value\":1", "date", "2026-07-01" },
        { "\"date\":\"0001-01-01\",\"value\":1", "date", "years 2 to 9997" },
        { "\"date\":\"9998-01-01\",\"value\":1", "date", "years 2 to 9997" },
        { "\"date\":\"-0044-03-15\",\"value\":1", "date", "years 2 to 9997" },
        { "\"at\":\"2026-01-01T25:00:00Z\",\"value\":1", "at", "2026-01-05T09:00:00Z" },
        { "\"date\":\"2026-01-01\",\"value\":1e16", "value", "10^15" },
        { "\"date\":\"2026-01-01\",\"value\":-1e400", "value", "10^15" },
        { "\"date\":\"2026-01-01\",\"value\":1e-400", "value", "28" },
        { "\"date\":\"2026-01-01\",\"value\":0.12345678901234567890123456789", "value", "28" },
        { "\"date\":\"2026-01-01\",\"value\":\"NaN\"", "value", "expected a number" },
        { "\"date\":\"2026-01-01\",\"value\":\"Infinity\"", "value", "expected a number" },
        { "\"date\":\"2026-01-01\",\"value\":1,\"weight\":-1", "weight", "weight" },
        { "\"date\":\"2026-01-01\",\"value\":1,\"colour\":{\"deep\":[1,{\"value\":2}]}", "colour", "allowed are" },
        { "\"date\":\"2026-01-01\",\"value\":1,\"\\ud800\":2", "['\uFFFD']", "Unicode" },
        { "\"date\":\"2026-01-01\",\"value\":1,\"segment\":{\"dimension\":\"region\",\"name\":\"\\ud800\"}", "segment.name", "Unicode" },
        { "\"date\":\"2026-01-01\",\"value\":1,\"segment\":{\"dimension\":\"region\",\"name\":\"x\\udc00\\ud800\"}", "segment.name", "Unicode" },
        { "\"date\":\"2026-01-01\",\"value\":1,\"segment\":{\"dimension\":\"region\",\"name\":\"\\u0000\"}", "segment.name", "control character U+0000" },
        { "\"date\":\"2026-01-01\"", "value", "missing" },
    };

    // What is no JSON at all.
    public static TheoryData<string> Broken =>
        [
            "NaN", "Infinity", "-", "01", "1.", "0x1", "1e", "'1'", "\"a", "\"\\x\"", "\"\\ud83\"", "\"\t\"", "tru", "[1", "{\"a\"", "{1:2}", "1,2", "1 2",
            "/* */1"
        ];

    [Theory]
    [MemberData(nameof(Members))]
    public void A_bad_member_is_refused_on_every_way_in(string members, string member, string says)
    {
        var at = member.StartsWith('[') ? member : "." + member;
        Refused(() => PortfolioJson.Read(Document(members)), "$.measurements[0].values[0]" + at, 3, says);
        Refused(() => Lines("{\"kpi\":\"a\",\"date\":\"2026-01-01\",\"value\":1}\n\n{\"kpi\":\"a\"," + members + "}"), "$" + at, 3, says);
        Refused(() => JsonSerializer.Deserialize<Holder<Measurement>>("{\"List\":[],\n\n\"Value\":{" + members + "}}", Serializer), "$.Value", 3, says);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9998-01-01")]
    public void A_date_that_was_never_set_is_refused_wherever_it_stands(string never)
    {
        var text = PortfolioJson.Write(Sample.Everything(), PortfolioJsonOptions.Default.With(DocumentLayout.Compact));
        var dates = Regex.Matches(text, "\"([a-z]+)\":\"(\\d{4}-\\d\\d-\\d\\d)", RegexOptions.IgnoreCase);
        Assert.InRange(dates.Select(date => date.Groups[1].Value).Distinct().Count(), 12, 30);
        foreach (Match date in dates)
        {
            var (name, place) = (date.Groups[1].Value, date.Groups[2]);

            // What ends after the last date of all lasts for ever.
            if (never == "9998-01-01" && name is "through" or "until")
            {
                continue;
            }

            var refusal = Assert.Throws<JsonException>(() => PortfolioJson.Read(text[..place.Index] + never + text[(place.Index + place.Length)..]));
            Assert.NotNull(refusal.Path);
            Assert.Contains(never, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_no_JSON_is_refused_on_every_way_in(string value)
    {
        var members = "\"date\":\"2026-01-01\",\"value\":" + value;
        Refused(() => PortfolioJson.Read(Document(members)), null, 3, "");
        Refused(() => Lines("\n\n{\"kpi\":\"a\"," + members + "}"), null, 3, "");
        Refused(() => JsonSerializer.Deserialize<Holder<Measurement>>("{\"List\":[],\n\n\"Value\":{" + members + "}}", Serializer), null, 3, "");
    }

    [Theory]
    [InlineData("\"unit\":{\"kind\":\"furlong\"}", "unit.kind")]
    [InlineData("\"unit\":{\"KIND\":\"percent\"}", "unit.kind")]
    [InlineData("\"unit\":{}", "unit.kind")]
    [InlineData("\"direction\":\"Up\"", "direction")]
    [InlineData("\"cadence\":3", "cadence")]
    public void An_unknown_kind_or_name_is_refused_with_what_is_allowed(string bad, string member)
    {
        var name = bad[..(bad.IndexOf(':', StringComparison.Ordinal) + 1)];
        var start = Kpi.IndexOf(name, StringComparison.Ordinal);
        var end = Kpi.IndexOf(",\"", start, StringComparison.Ordinal);
        var kpi = Kpi[..start] + bad + Kpi[end..];
        var says = member == "cadence" ? "expected a string" : "percent";
        says = member == "direction" ? "lowerIsBetter" : says;
        Refused(() => PortfolioJson.Read("{\"version\":1,\"kpis\":[" + kpi + "]}"), "$.kpis[0]." + member, 1, says);
        Refused(() => JsonSerializer.Deserialize<Holder<Kpi>>("{\"Value\":" + kpi + "}", Serializer), "$.Value", 1, member + " of Kpi");
    }

    [Fact]
    public void Half_a_surrogate_pair_in_the_text_itself_is_refused_with_its_line_however_long_the_text_is()
    {
        Refused(() => PortfolioJson.Read("{\n\"version\":1,\n\"name\":\"a\uD800b\"}"), "$", 3, "surrogate");
        Refused(() => PortfolioJson.Read(new string('\n', 3_000_000) + "{\"version\":1,\"name\":\"a\uD800b\"}"), "$", 3_000_001, "surrogate");
        Refused(() => PortfolioDocument.Read("{\"version\":1,\n\"colour\":\"\uDC00\"}"), "$", 2, "surrogate");
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Kpi>(Kpi.Replace("\"A\"", "\"\\ud800\"", StringComparison.Ordinal), Serializer));
    }

    [Fact]
    public void Whole_pairs_are_read_escaped_or_not()
    {
        Assert.Equal("😀", PortfolioJson.Read("{\"version\":1,\"name\":\"\\uD83D\\uDE00\"}").Name);
        Assert.Equal("😀", PortfolioJson.Read("{\"version\":1,\"name\":\"😀\"}").Name);
        Assert.Equal("😀", PortfolioJson.Read(PortfolioJson.Write(Portfolio.Of([], [], []).Named("😀"))).Name);
    }

    [Fact]
    public void A_key_of_a_dictionary_is_valid_unicode()
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<KpiId, int>>("{\"a\\ud800\":1}", Serializer));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<KpiId, int>>([.. "{\"a"u8, 0xFF, .. "\":1}"u8], Serializer));
        Assert.Equal(
            "{\"\\uD83D\\uDE00\":1}",
            JsonSerializer.Serialize(JsonSerializer.Deserialize<Dictionary<KpiId, int>>("{\"\\ud83d\\ude00\":1}", Serializer), Serializer));
    }

    [Theory]
    [InlineData("{\"version\":1,\n\"\\ud800\":1}", "$['\uFFFD']", "Unicode")]
    [InlineData("{\"version\":1,\n\"colour\":\"\\ud800\"}", "$.colour", "Unicode")]
    [InlineData("{\"version\":1,\n\"colour\":{\"deep\":[1,{\"\\udc00\":1}]}}", "$.colour.deep[1]['\uFFFD']", "Unicode")]
    [InlineData("{\"version\":1,\n\"colour\":1,\"colour\":2}", "$.colour", "given twice")]
    [InlineData("{\"version\":1,\n\"colour\":1,\"c\\u006flour\":2}", "$.colour", "given twice")]
    [InlineData("{\"version\":1,\n\"colour\":{\"deep\":[{\"a\":1},{\"a\":1,\"a\":1}]}}", "$.colour.deep[1].a", "given twice")]
    public void What_is_preserved_is_checked_as_what_is_known(string json, string path, string says) =>
        Refused(() => PortfolioDocument.Read(json), path, 2, says);

    [Fact]
    public void What_is_preserved_is_valid_utf8()
    {
        byte[] text = [.. "{\"version\":1,\"colour\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        byte[] name = [.. "{\"version\":1,\"colour\":{\""u8, 0xED, 0xA0, 0x80, .. "\":1}}"u8];
        Refused(() => PortfolioDocument.Read(text, PortfolioJsonOptions.Default), "$.colour", 1, "Unicode");
        Refused(() => PortfolioDocument.Read(name, PortfolioJsonOptions.Default), "$.colour['\uFFFD']", 1, "Unicode");
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0xC3, 0x28)]
    [InlineData(0xC0, 0x80)]
    [InlineData(0xED, 0xA0, 0x80)]
    [InlineData(0xF4, 0x90, 0x80, 0x80)]
    [InlineData(0xF0, 0x9F, 0x98)]
    public void Bytes_that_are_no_utf8_are_refused_on_every_way_in(params int[] bad)
    {
        var bytes = bad.Select(each => (byte)each).ToArray();
        const string Members = "\"date\":\"2026-01-01\",\"value\":1,\"segment\":{\"dimension\":\"region\",\"name\":\"?\"}";
        Refused(() => PortfolioJson.Read(With(bytes, Document(Members))), "$.measurements[0].values[0].segment.name", 3, "Unicode");
        Refused(() => Lines(With(bytes, "{\"kpi\":\"a\"," + Members + "}")), "$.segment.name", 1, "Unicode");
        Refused(() => JsonSerializer.Deserialize<Holder<Measurement>>(With(bytes, "{\"Value\":{" + Members + "}}"), Serializer), "$.Value", 1, "Unicode");
        Refused(() => PortfolioJson.Read(With(bytes, "{\"version\":1,\"?\":1}")), null, 1, "");
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over_at_the_start_only()
    {
        Assert.Equal("A", PortfolioJson.Read("\uFEFF{\"version\":1,\"name\":\"A\"}").Name);
        Refused(() => PortfolioJson.Read("\uFEFF\uFEFF{\"version\":1}"), "$", 1, "no JSON");
        Refused(() => PortfolioJson.Read("{\uFEFF\"version\":1}"), null, 1, "no JSON");
        Refused(() => PortfolioJson.Read(Encoding.Unicode.GetBytes("\uFEFF{\"version\":1}")), "$", 1, "no JSON");
        Assert.Equal(2, Lines("\uFEFF{\"kpi\":\"a\",\"date\":\"2026-01-01\",\"value\":1}\n{\"kpi\":\"a\",\"date\":\"2026-01-02\",\"value\":1}").Count);
        Refused(() => Lines("\n{\uFEFF\"kpi\":\"a\",\"date\":\"2026-01-01\",\"value\":1}"), "$", 2, "no JSON");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void Depth_is_refused_on_every_way_in(string opening)
    {
        var deep = string.Concat(Enumerable.Repeat(opening, 100_000));
        Refused(() => PortfolioJson.Read(deep), null, 1, "");
        Refused(() => PortfolioJson.Read("{\"version\":1,\"kpis\":" + deep), null, 1, "");
        Refused(() => PortfolioDocument.Read("{\"version\":1,\"colour\":" + deep), null, 1, "");
        Refused(() => Lines(deep), null, 1, "");
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Portfolio>(deep, Serializer));

        // As deep as the options allow is no deeper than the stack.
        const string Rate = "{\"kind\":\"rate\",\"every\":\"week\",\"of\":";
        var unit = string.Concat(Enumerable.Repeat(Rate, 250)) + "{\"kind\":\"percent\"}" + new string('}', 250);
        Assert.Throws<JsonException>(() => PortfolioJson.Read(
            "{\"version\":1,\"kpis\":[" + Kpi.Replace("{\"kind\":\"percent\"}", unit, StringComparison.Ordinal) + "]}",
            PortfolioJsonOptions.Default.WithMaximumDepth(256)));
    }

    [Fact]
    public void Goals_in_goals_are_refused_before_each_looks_through_all_those_below_it()
    {
        // Read from the outside, each of them would look for its kind behind the next ones.
        static string Nested(int levels) =>
            string.Concat(Enumerable.Repeat("{\"every\":\"week\",\"goal\":", levels)) + "{\"start\":1,\"target\":2,\"kind\":\"fromTo\"}" + string
                .Concat(Enumerable.Repeat(",\"kind\":\"rate\"}", levels));
        static Goal Read(string goal) => JsonSerializer.Deserialize<Goal>(goal, Serializer)!;
        Assert.Equal(Goal.FromTo(1, 2).Per(Cadence.Week), Read(Nested(1)));
        Assert.Contains("cannot be read as a rate", Assert.Throws<JsonException>(() => Read(Nested(7))).Message, StringComparison.Ordinal);
        Assert.Contains("more than 8", Assert.Throws<JsonException>(() => Read(Nested(8))).Message, StringComparison.Ordinal);

        // A fault within takes nothing from those that come after.
        var keyResult = "{\"id\":\"k\",\"name\":\"n\",\"unit\":{\"kind\":\"percent\"},\"goal\":" + Nested(8) + "}";
        var document = "{\"version\":1,\"objectives\":[{\"id\":\"o\",\"title\":\"t\",\"cycle\":{\"start\":\"2026-07-01\",\"end\":\"2026-09-30\"},\"keyResults\":["
            + string.Join(
                ',',
                Enumerable.Repeat(keyResult, 3))
                    + ",{\"id\":\"k\",\"name\":\"n\",\"unit\":{\"kind\":\"percent\"},\"goal\":{\"kind\":\"fromTo\",\"start\":1,\"target\":2}}]}]}";
        Assert.False(PortfolioJson.TryRead(Encoding.UTF8.GetBytes(document), PortfolioJsonOptions.Default, out _, out var problems));
        Assert.Equal(3, problems.Count);
    }

    [Fact]
    public void Cut_off_anywhere_it_is_refused()
    {
        const string Line = "{\"kpi\":\"a\",\"date\":\"2026-01-01\",\"value\":1,\"segment\":{\"dimension\":\"region\",\"name\":\"é\"}}";
        var line = Encoding.UTF8.GetBytes(Line);
        for (var length = 1; length < line.Length; length++)
        {
            Refused(() => Lines(line[..length]), null, 1, "");
        }

        var kpi = Encoding.UTF8.GetBytes(Kpi);
        for (var length = 0; length < kpi.Length; length++)
        {
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Kpi>(kpi.AsSpan(0, length), Serializer));
        }

        var document = Encoding.UTF8.GetBytes("{\"version\":1,\"colour\":[1,{\"a\":\"é\"}],\"kpis\":[" + Kpi + "]}");
        for (var length = 0; length < document.Length; length++)
        {
            Refused(() => PortfolioDocument.Read(document.AsSpan(0, length), PortfolioJsonOptions.Default), null, 1, "");
            Assert.False(PortfolioJson.TryRead(document.AsSpan(0, length), PortfolioJsonOptions.Default, out _, out var problems));
            Assert.NotEmpty(problems);
        }
    }

    [Theory]
    [InlineData("\"kpis\":[<kpi>,<kpi>]", "$.kpis[1].id")]
    [InlineData("\"objectives\":[{\"id\":\"o\",\"title\":\"O\",<cycle>},{\"id\":\"o\",\"title\":\"O\",<cycle>}]", "$.objectives[1].id")]
    [InlineData("\"objectives\":[{\"id\":\"o\",\"title\":\"O\",<cycle>,\"keyResults\":[<result>,<result>]}]", "$.objectives[0].keyResults[1]")]
    [
        InlineData(
            "\"objectives\":[{\"id\":\"o\",\"title\":\"O\",<cycle>,\"initiatives\":[{\"id\":\"i\",\"title\":\"I\"},{\"id\":\"i\",\"title\":\"I\"}]}]",
            "$.objectives[0].initiatives[1]")
    ]
    [InlineData("\"kpis\":[<kpi>],\"objectives\":[{\"id\":\"o\",\"title\":\"O\",<cycle>,\"addresses\":[\"b\"]}]", "$.objectives[0].addresses[0]")]
    [InlineData("\"objectives\":[{\"id\":\"o\",\"title\":\"O\",<cycle>,\"alignments\":[{\"objective\":\"p\"}]}]", "$.objectives[0].alignments[0].objective")]
    [InlineData(
        "\"objectives\":[{\"id\":\"o\",\"title\":\"O\",<cycle>,\"alignments\":[{\"objective\":\"p\"}]},{\"id\":\"p\",\"title\":\"P\",<cycle>,\"alignments\":[{\"objective\":\"o\"}]}]",
        "$.objectives[0].alignments[0]")]
    [InlineData("\"objectives\":[{\"id\":\"o\",\"title\":\"O\",<cycle>,\"alignments\":[{\"objective\":\"o\"}]}]", "$.objectives[0].alignments")]
    [InlineData("\"kpis\":[<kpi>],\"measurements\":[{\"kpi\":\"a\"},{\"kpi\":\"a\"}]", "$.measurements[1].kpi")]
    [InlineData("\"kpis\":[<kpi>],\"measurements\":[{\"kpi\":\"b\"}]", "$.measurements[0].kpi")]
    [InlineData("\"learnings\":[{\"objective\":\"o\",\"kind\":\"worked\",\"text\":\"t\",\"on\":\"2026-01-01\"}]", "$.learnings[0].objective")]
    [InlineData("\"dismissals\":[{\"kpi\":\"b\",\"on\":\"2026-01-01\",\"because\":\"t\"}]", "$.dismissals[0].kpi")]
    [InlineData("\"organisation\":[{\"level\":\"team\",\"name\":\"T\"},{\"level\":\"team\",\"name\":\"T\"}]", "$.organisation")]
    [InlineData("\"organisation\":[{\"level\":\"team\",\"name\":\"T\",\"under\":\"U\"},{\"level\":\"team\",\"name\":\"U\",\"under\":\"T\"}]", "$.organisation")]
    public void Ids_given_twice_references_to_nothing_and_circles_are_refused(string members, string path)
    {
        var json = "{\"version\":1,\n" + members.Replace("<kpi>", Kpi, StringComparison.Ordinal).Replace("<cycle>", Cycle, StringComparison.Ordinal)
            .Replace("<result>", "{\"id\":\"r\",\"name\":\"r\",\"unit\":{\"kind\":\"percent\"},\"goal\":{\"kind\":\"yesNo\"}}", StringComparison.Ordinal) + "}";
        var refusal = Refused(() => PortfolioJson.Read(json), null, 2, "");
        Assert.StartsWith(path, refusal.Path, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Portfolio>(json, Serializer));
        Assert.Throws<JsonException>(() => PortfolioDocument.Read(json));
    }

    // Bytes allocated while refusing, as a multiple of the input.
    [Theory]
    [InlineData("[", "1,", 6)]
    [InlineData("[", "{},", 6)]
    [InlineData("[", "\"a\",", 6)]
    [InlineData("[", "[],", 6)]
    [InlineData("{", "\"a\":1,", 6)]
    [InlineData("\"", "\\u0041", 6)]
    [InlineData("\"", "a", 6)]
    [InlineData("", "1", 6)]
    public void Refusing_takes_no_more_than_a_small_multiple_of_the_input(string before, string repeated, double most)
    {
        var utf8 = Encoding.UTF8.GetBytes("{\"version\":1,\"kpis\":" + before + string.Concat(Enumerable.Repeat(repeated, 4_000_000 / repeated.Length)));
        Refuse(() => PortfolioJson.TryRead(utf8, PortfolioJsonOptions.Default, out _, out _));
        Refuse(() => Assert.Throws<JsonException>(() => PortfolioJson.Read(utf8)));
        Refuse(() => Assert.Throws<JsonException>(() => PortfolioDocument.Read(utf8, PortfolioJsonOptions.Default)));
        Refuse(() => Assert.Throws<JsonException>(() => Lines(utf8)));

        void Refuse(Action read)
        {
            read();
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            read();
            Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)utf8.Length, 0, most);
        }
    }

    private static string Document(string members) =>
        "{\"version\":1,\"kpis\":[" + Kpi + "],\n\"measurements\":[{\"kpi\":\"a\",\"values\":[\n{" + members + "}]}]}";

    private static List<MeasurementLine> Lines(string lines) => Lines(Encoding.UTF8.GetBytes(lines));

    private static List<MeasurementLine> Lines(byte[] utf8) => [.. JsonLines.ReadMeasurements(new MemoryStream(utf8), BadLines.Stop)];

    private static byte[] With(byte[] bytes, string json)
    {
        var parts = json.Split('?');
        return [.. Encoding.UTF8.GetBytes(parts[0]), .. bytes, .. Encoding.UTF8.GetBytes(parts[1])];
    }

    private static JsonException Refused(Func<object?> read, string? path, long line, string says)
    {
        var refusal = Assert.Throws<JsonException>(read);
        Assert.Equal(path ?? refusal.Path, refusal.Path);
        Assert.NotNull(refusal.Path);
        Assert.Equal(line, refusal.LineNumber + 1);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(refusal.Message, char.IsSurrogate);
        return refusal;
    }
}
