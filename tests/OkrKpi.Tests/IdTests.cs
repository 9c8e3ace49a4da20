using System.ComponentModel;
using System.Reflection;

namespace OkrKpi.Tests;

/// <summary>Ids of every kind: one way in, the same for all, and from whatever binds.</summary>
public sealed class IdTests
{
    public static TheoryData<Type> Kinds => [.. typeof(Kpi).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Id", StringComparison.Ordinal))];

    public static TheoryData<string, string> Refused => new()
    {
        { "", "is blank" },
        { " \t", "is blank" },
        { "a\nb", "control character U+000A" },
        { "a\u0085b", "control character U+0085" },
        { "a\u007Fb", "control character U+007F" },
        { "a\u200Bb", "invisible character U+200B" },
        { "a\u00ADb", "invisible character U+00AD" },
        { "a\uFEFFb", "invisible character U+FEFF" },
        { "abc\u202Ecba", "invisible character U+202E" },
        { "a\u2066b", "invisible character U+2066" },
        { "a\u200Fb", "invisible character U+200F" },
        { "a\u2028b", "invisible character U+2028" },
        { "a\U000E0041b", "invisible character U+E0041" },
        { new string('x', 201), "has 201 characters" },
    };

    [Fact]
    public void There_are_four_kinds() => Assert.Equal(4, Kinds.Count);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_parses_and_converts(Type kind)
    {
        Assert.Equal("kpi-1", Of(kind, " kpi-1 ").ToString());
        Assert.Equal(Of(kind, "kpi-1"), TypeDescriptor.GetConverter(kind).ConvertFromInvariantString("kpi-1"));
        Assert.Equal("kpi-1", TypeDescriptor.GetConverter(kind).ConvertToInvariantString(Of(kind, "kpi-1")));
        Assert.Contains(typeof(ISpanParsable<>).MakeGenericType(kind), kind.GetInterfaces());
        Assert.IsType<FormatException>(Assert.Throws<TargetInvocationException>(() => kind.GetMethod(
            "Parse", [typeof(string), typeof(IFormatProvider)])!.Invoke(null, ["", null])).InnerException);
        foreach (var row in Refused)
        {
            object?[] call = [row[0], null, null];
            Assert.Equal(false, kind.GetMethod("TryParse", [typeof(string), typeof(IFormatProvider), kind.MakeByRefType()])!.Invoke(null, call));
            Assert.Null(call[2]);
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_nobody_sees_or_no_index_holds_is_no_id(string text, string says)
    {
        Assert.Contains(says, Assert.Throws<ArgumentException>(() => KpiId.Of(text)).Message, StringComparison.Ordinal);
        Assert.Contains(says, Assert.Throws<FormatException>(() => KpiId.Parse(text, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_is_no_id() =>
        Assert.Contains("half a surrogate pair", Assert.Throws<ArgumentException>(() => KpiId.Of("a\uD800")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Doanh thu")]
    [InlineData("größe")]
    [InlineData("レビュー")]
    [InlineData("😀")]
    [InlineData("מכירות")]
    [InlineData("مبيعات")]
    public void Letters_of_every_script_are_letters(string text) => Assert.Equal(text, KpiId.Of(text).Value);

    [Fact]
    public void What_looks_alike_is_alike()
    {
        Assert.Equal(KpiId.Of("caf\u00E9"), KpiId.Of("cafe\u0301"));
        Assert.Equal(200, KpiId.Of(string.Concat(Enumerable.Repeat("e\u0301", 200))).Value.Length);
        Assert.True(KpiId.TryParse(string.Concat(Enumerable.Repeat("e\u0301", 200)), null, out _));
        var portfolio = Portfolio.Of([Kpi.Define("cafe\u0301", "Café", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Day, Aggregation.Last)], [], []);
        Assert.True(portfolio.TryKpi("caf\u00E9", out _));
        Assert.True(portfolio.TryKpi(" cafe\u0301", out _));
    }

    private static object Of(Type kind, string text) => kind.GetMethod("Of", [typeof(string)])!.Invoke(null, [text])!;
}
