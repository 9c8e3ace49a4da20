using NodaTime;

namespace OkrKpi.Tests;

/// <summary>Description, link and labels say what there is to know, and change no number.</summary>
public sealed class AboutTests
{
    private static readonly Uri Page = new("https://example.com/a?b=%C3%A9#c");

    public static TheoryData<string> NoLinks => new() { "javascript:alert(1)", "ftp://example.com", "file:///etc/passwd", "mailto:a@example.com" };

    [Theory]
    [MemberData(nameof(NoLinks))]
    public void A_link_is_an_absolute_address_with_http_or_https(string address)
    {
        var link = new Uri(address);
        Assert.Contains("http or https", Assert.Throws<ArgumentException>("link", () => AnObjective().LinkedTo(link)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("link", () => AKeyResult().LinkedTo(link));
        Assert.Throws<ArgumentException>("link", () => Initiative.Define("i", "I").LinkedTo(link));
        Assert.Throws<ArgumentException>("link", () => AKpi().LinkedTo(new Uri("page", UriKind.Relative)));
    }

    [Fact]
    public void A_label_is_there_once_in_the_order_given()
    {
        Assert.Equal(["a", "b", "A"], AnObjective().Labelled("a", "b").Labelled("a", "A", "b").Labels);
        Assert.Equal(["a"], AKpi().Labelled("a").Labelled().Labels);
        Assert.Throws<ArgumentException>("more", () => AKeyResult().Labelled("a", " "));
    }

    [Fact]
    public void They_change_no_number()
    {
        var (plain, told) = (
            AnObjective().With(AKeyResult()),
            AnObjective().Described("why").LinkedTo(Page).Labelled("a").With(AKeyResult().Described("how").LinkedTo(Page).Labelled("b")));
        Assert.Equal(plain.Score(new(2026, 8, 1)).Score, told.Score(new(2026, 8, 1)).Score);
        Assert.Equal(Explained(plain), Explained(told));

        static string Explained(Objective objective) => objective.Score(new(2026, 8, 1)).Explain().ToString();
    }

    [Fact]
    public void They_go_along_into_the_next_cycle()
    {
        var next = AnObjective().Described("why").LinkedTo(Page).Labelled("a").With(AKeyResult().Described("how").LinkedTo(Page).Labelled("b"))
            .With(Initiative.Define("i", "I").Described("what").LinkedTo(Page).Labelled("c")).CarriedOver("next", Cycle.Quarter(2026, 4));
        Assert.Equal(("why", Page, "a"), (next.Description, next.Link, Assert.Single(next.Labels)));
        Assert.Equal(("how", Page, "b"), (next.KeyResults[0].Description, next.KeyResults[0].Link, Assert.Single(next.KeyResults[0].Labels)));
        Assert.Equal(("what", Page, "c"), (next.Initiatives[0].Description, next.Initiatives[0].Link, Assert.Single(next.Initiatives[0].Labels)));
    }

    private static Kpi AKpi() =>
        Kpi.Define("k", "K", Unit.Percent, Direction.HigherIsBetter).Every(Cadence.Month, Aggregation.Average).Described("how it is counted");

    private static Objective AnObjective() => Objective.Define("o", "O", Cycle.Quarter(2026, 3));

    private static KeyResult AKeyResult() => KeyResult.Define("k", "K", Unit.Percent, Goal.FromTo(0m, 10m)).With(CheckIn.On(new LocalDate(2026, 7, 20), 4m));
}
