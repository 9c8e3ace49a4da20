using System.Text.Json;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

public sealed class RoundTripTests
{
    private static readonly string Text = PortfolioJson.Write(Sample.Everything());

    [Fact]
    public void Write_read_write_gives_the_same_text() => Assert.Equal(Text, PortfolioJson.Write(PortfolioJson.Read(Text)));

    [Fact]
    public void What_is_read_equals_what_was_written()
    {
        var written = Sample.Everything();
        var read = PortfolioJson.Read(Text);

        Assert.Equal(written.Name, read.Name);
        Assert.Equal(written.Kpis.Select(kpi => kpi.Unit), read.Kpis.Select(kpi => kpi.Unit));
        Assert.Equal(written.Kpis.Select(kpi => kpi.Calendar), read.Kpis.Select(kpi => kpi.Calendar));
        Assert.Equal(written.Kpis.SelectMany(kpi => kpi.Targets.Decisions), read.Kpis.SelectMany(kpi => kpi.Targets.Decisions));
        Assert.Equal(
            written.Objectives.SelectMany(each => each.KeyResults).Select(each => each.Goal),
            read.Objectives.SelectMany(each => each.KeyResults).Select(each => each.Goal));
        Assert.Equal(
            written.Objectives.SelectMany(each => each.KeyResults).SelectMany(each => each.CheckIns),
            read.Objectives.SelectMany(each => each.KeyResults).SelectMany(each => each.CheckIns));
        Assert.Equal(written.Measurements.SelectMany(each => each.Measurements), read.Measurements.SelectMany(each => each.Measurements));
    }

    [Fact]
    public async Task Every_way_in_and_out_agrees()
    {
        var portfolio = Sample.Everything();
        var utf8 = PortfolioJson.WriteUtf8(portfolio);
        using var stream = new MemoryStream();
        PortfolioJson.Write(portfolio, stream);
        Assert.Equal(utf8, stream.ToArray());

        stream.Position = 0;
        Assert.Equal(Text, PortfolioJson.Write(PortfolioJson.Read(stream)));
        stream.Position = 0;
        Assert.Equal(Text, PortfolioJson.Write(await PortfolioJson.ReadAsync(stream, CancellationToken.None)));
        Assert.Equal(Text, PortfolioJson.Write(PortfolioJson.Read((byte[])[0xEF, 0xBB, 0xBF, .. utf8])));
        Assert.Equal(Text, PortfolioJson.Write(PortfolioJson.Read("\uFEFF" + Text)));
    }

    [Fact]
    public void Text_stays_readable()
    {
        Assert.Contains("Nguyễn Văn Đức", Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', Text);
    }

    [Fact]
    public void Schema_and_note_are_ignored() =>
        Assert.Equal("A", PortfolioJson.Read("""{ "$schema": "x", "version": 1, "name": "A", "note": "constructed" }""").Name);

    [Fact]
    public void A_review_is_written_for_machines()
    {
        using var document = JsonDocument.Parse(PortfolioJson.Write(Sample.Everything().Review(Sample.AsOf)));
        var root = document.RootElement;

        Assert.Equal("2026-08-15", root.GetProperty("asOf").GetString());
        Assert.Equal(20, root.GetProperty("needs").GetArrayLength());
        Assert.Equal(21, root.GetProperty("kpis").GetArrayLength());
        Assert.Equal(3, root.GetProperty("objectives").GetArrayLength());
        Assert.Equal(JsonValueKind.Array, root.GetProperty("findings").ValueKind);
    }

    [Fact]
    public void A_lagging_kpi_says_its_numbers()
    {
        var kpi = Kpi.Define("m", "Meetings", Unit.Count("meeting"), Direction.HigherIsBetter)
            .Every(Cadence.Quarter, Aggregation.Sum)
            .WithTarget(100m, new(2026, 1, 1));
        var portfolio = Portfolio.Of([kpi], [], [MeasurementSeries.Of("m", Measurement.On(new(2026, 5, 5), 92m))]);
        using var document = JsonDocument.Parse(PortfolioJson.Write(portfolio.Review(new(2026, 7, 1))));
        var need = document.RootElement.GetProperty("needs")[0];

        Assert.Equal("needed", need.GetProperty("state").GetString());
        var reason = need.GetProperty("reasons")[0];
        Assert.Equal("lagging", reason.GetProperty("kind").GetString());
        Assert.Equal("2026-Q2", reason.GetProperty("period").GetString());
        Assert.Equal(92m, reason.GetProperty("actual").GetDecimal());
        Assert.Equal(-8m, reason.GetProperty("gap").GetDecimal());
    }
}
