using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

public sealed class TidyRowsTests
{
    private static readonly PortfolioReview Review = Sample.Everything().Review(Sample.AsOf);

    [Fact]
    public void Every_row_has_every_column_called_as_the_property()
    {
        Check(TidyRows.Measurements(Sample.Everything()), TidyRows.Write);
        Check(TidyRows.Kpis(Review), TidyRows.Write);
        Check(TidyRows.Points(Review), TidyRows.Write);
        Check(TidyRows.Points(ProcessBehaviour.Of([1m, 2m, 3m, 1m, 2m, 90m])), TidyRows.Write);
        Check(TidyRows.Scores(Review), TidyRows.Write);
        Check(TidyRows.Findings(Review), TidyRows.Write);
    }

    [Fact]
    public void Measurements_are_flat()
    {
        var row = TidyRows.Measurements(Sample.Everything()).First();
        Assert.Equal(("meetings", "region", "Miền Bắc", 92m), (row.Kpi, row.Dimension, row.Segment, row.Value));
        Assert.Equal(Sample.Everything().Measurements.Sum(series => series.Measurements.Count), TidyRows.Measurements(Sample.Everything()).Count());
    }

    [Fact]
    public void Scores_have_a_row_for_the_objective_and_one_for_each_key_result()
    {
        var rows = TidyRows.Scores(Review).Where(row => row.Objective == "grow").ToList();
        Assert.Equal([null, "steps", "survey"], rows.Select(row => row.KeyResult));
        Assert.Equal(Review.Objectives.Single(score => score.Objective.Id.Value == "grow").Score, rows[0].Score);
    }

    [Fact]
    public void Kpis_say_whether_they_need_an_okr() =>
        Assert.Equal(Review.Needs.Single(need => need.Kpi.Id.Value == "meetings").State, TidyRows.Kpis(Review).Single(row => row.Kpi == "meetings").Need);

    private static void Check<T>(IEnumerable<T> rows, Action<IEnumerable<T>, Stream> write)
    {
        using var stream = new MemoryStream();
        write(rows, stream);
        var lines = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
        Assert.NotEmpty(lines);
        var columns = typeof(T).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToList();
        Assert.All(lines, line => Assert.Equal(columns, JsonNode.Parse(line)!.AsObject().Select(member => member.Key)));
    }
}
