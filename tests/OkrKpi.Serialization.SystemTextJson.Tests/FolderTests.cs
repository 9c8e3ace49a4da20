using OkrKpi.Tests;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

public sealed class FolderTests
{
    [Fact]
    public void No_folder_knows_one_that_stands_after_it() => FolderArrows.NonePointsBack(
        typeof(PortfolioJson).Assembly,
        Repository.PathOf("src", "OkrKpi.Serialization.SystemTextJson"),
        "Options", "Forms", "Format", ".", "Lines", "Tidy");
}
