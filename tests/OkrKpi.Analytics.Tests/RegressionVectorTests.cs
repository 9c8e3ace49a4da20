using System.Text.Json;

namespace OkrKpi.Analytics.Tests;

/// <summary>Regressions against the certified values of NIST's reference datasets, <c>tests/vectors/nist-strd.json</c>.</summary>
public class RegressionVectorTests
{
    private const string Oracle = "nist-strd.json";

    public static TheoryData<string> Linear =>
        [.. VectorFile.Cases(Oracle).Where(each => VectorFile.KindOf(each) == "linear-regression").Select(each => each.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Linear))]
    public void A_regression_has_the_certified_digits(string id)
    {
        var vector = VectorFile.Cases(Oracle).Single(each => each.GetProperty("id").GetString() == id);
        var certified = vector.GetProperty("certified");
        var coefficients = certified.GetProperty("coefficients").EnumerateArray().ToArray();
        var values = vector.GetProperty("y").EnumerateArray().Select(each => each.GetDouble()).ToArray();
        var hasIntercept = coefficients[0].GetProperty("name").GetString() == "B0";
        var columns = Columns(vector.GetProperty("x"), coefficients.Length - (hasIntercept ? 1 : 0), values.Length);
        var regression = hasIntercept ? Regression.WithIntercept(values, columns) : Regression.WithoutIntercept(values, columns);

        for (var index = 0; index < coefficients.Length; index++)
        {
            Digits(coefficients[index], "estimate", regression.Coefficients[index].Estimate);
            Digits(coefficients[index], "standardError", regression.Coefficients[index].StandardError);
        }

        Digits(certified, "residualSd", regression.ResidualDeviation);
        Digits(certified, "rSquared", regression.RSquared!.Value);
        var table = certified.GetProperty("anova");
        Assert.Equal(table.GetProperty("residualDf").GetInt32(), regression.DegreesOfFreedom);
        Digits(table, "residualSs", regression.ResidualSumOfSquares);
        Digits(table, "regressionSs", regression.RegressionSumOfSquares);
    }

    // Powers of one variable, or several variables: a list of rows or of columns.
    private static double[][] Columns(JsonElement x, int width, int count)
    {
        if (x[0].ValueKind == JsonValueKind.Number)
        {
            var places = x.EnumerateArray().Select(each => each.GetDouble()).ToArray();
            return [.. Enumerable.Range(1, width).Select(power => Array.ConvertAll(places, place => Math.Pow(place, power)))];
        }

        var lists = x.EnumerateArray().Select(list => list.EnumerateArray().Select(each => each.GetDouble()).ToArray()).ToArray();
        return lists.Length == count ? [.. Enumerable.Range(0, width).Select(column => Array.ConvertAll(lists, row => row[column]))] : lists;
    }

    private static void Digits(JsonElement owner, string name, double actual)
    {
        var certified = owner.GetProperty(name).GetDouble();
        var digits = certified == 0d ? -Math.Log10(Math.Max(Math.Abs(actual), 1e-99)) : -Math.Log10(Math.Max(Math.Abs((actual - certified) / certified), 1e-99));
        Assert.True(digits >= 9d, $"{name}: {actual:R} has {digits:0.0} digits of {certified:R}");
    }
}
