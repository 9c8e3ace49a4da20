using OkrKpi.Tests;

namespace OkrKpi.Analytics.Tests;

/// <summary>What knows what inside the package.</summary>
public class FolderTests
{
    [Fact]
    public void No_folder_knows_one_that_stands_after_it() => FolderArrows.NonePointsBack(
        typeof(SeriesForecast).Assembly, Repository.PathOf("src", "OkrKpi.Analytics"),
        "Explanations", "Internal", "Methods", "Choosing", "Kpis", "KeyResults", "Accuracy", "Causes");
}
