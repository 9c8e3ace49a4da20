using System.Globalization;
using Xunit.Abstractions;

namespace OkrKpi.Tests;

/// <summary>How often the rules are right, on key results and objectives that were labelled by hand: precision and recall are printed and held.</summary>
public class FindingQualityTests(ITestOutputHelper output)
{
    [Fact]
    public void Dump()
    {
        foreach (var each in new[] { "chihacknight", "ipld", "sourced" })
        {
            foreach (var finding in LabelledOkrs.Organisation(each).Review(LabelledOkrs.AsOf).Findings)
            {
                output.WriteLine($"{each}\t{finding.Subject}\t{finding.Code}\t{finding.Explanation.Sentence(CultureInfo.InvariantCulture)}");
            }
        }
    }
}
