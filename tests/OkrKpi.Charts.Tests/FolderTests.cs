using OkrKpi.Tests;

namespace OkrKpi.Charts.Tests;

/// <summary>What knows what inside the package: how it is drawn, what is drawn, and the page made of it.</summary>
public class FolderTests
{
    [Fact]
    public void No_folder_knows_one_that_stands_after_it() => FolderArrows.NonePointsBack(
        typeof(Chart).Assembly, Repository.PathOf("src", "OkrKpi.Charts"), "Drawing", "Charts", "Page");
}
