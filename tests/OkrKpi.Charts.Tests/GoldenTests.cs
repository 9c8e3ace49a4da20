namespace OkrKpi.Charts.Tests;

public class GoldenTests
{
    private static readonly string Folder = Repository.PathOf("tests", "OkrKpi.Charts.Tests", "pictures");

    public static TheoryData<string> Names => [.. Pictures.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_is_byte_by_byte_the_one_that_was_looked_at(string name)
    {
        var file = Path.Combine(Folder, name + ".svg");
        var drawn = Pictures.All[name]().ToSvg() + "\n";
        if (Environment.GetEnvironmentVariable("OKRKPI_UPDATE_PICTURES") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, drawn);
        }

        Assert.True(File.Exists(file) && File.ReadAllText(file) == drawn,
            $"{name} is drawn differently; look at it, and keep it with OKRKPI_UPDATE_PICTURES=1");
    }

    [Fact]
    public void No_picture_is_kept_that_is_no_longer_drawn() =>
        Assert.Equal(Pictures.All.Keys.Order(), Directory.EnumerateFiles(Folder, "*.svg").Select(Path.GetFileNameWithoutExtension).Order());
}
