using System.Globalization;

namespace OkrKpi.Charts.Tests;

/// <summary>The whole suite also runs under other cultures and zones (<c>.ci/checks/20-cultures.sh</c>); here each picture is held against itself.</summary>
public class CultureTests
{
    public static TheoryData<string> Names => [.. Pictures.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_culture_of_the_thread_changes_no_byte(string name)
    {
        var before = CultureInfo.CurrentCulture;
        var drawn = Pictures.All[name]().ToSvg();
        try
        {
            foreach (var culture in new[] { "de-DE", "tr-TR", "vi-VN", "ar-SA", "fa-IR", "sv-SE" })
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo(culture), CultureInfo.GetCultureInfo(culture));
                Assert.Equal(drawn, Pictures.All[name]().ToSvg());
            }
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, before);
        }
    }

    [Fact]
    public void A_culture_gives_its_language_and_not_its_formats()
    {
        var odd = (CultureInfo)CultureInfo.GetCultureInfo("vi-VN").Clone();
        odd.NumberFormat.NumberGroupSeparator = "~";
        odd.DateTimeFormat.ShortDatePattern = "'!'";
        var chart = Chart.Of(Given.Engage().Score(Given.Today).KeyResults[0]);
        Assert.Equal(chart.In(Pictures.Vietnamese).ToSvg(), chart.In(odd).ToSvg());
        Assert.Equal(chart.ToSvg(), chart.In(CultureInfo.GetCultureInfo("de-DE")).ToSvg());
        Assert.Contains("14/08/2026", chart.In(odd).ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_language_says_everything_with_the_same_places()
    {
        var files = OkrKpi.Testing.Languages.Files("src/OkrKpi.Charts", "ChartWords");
        var english = OkrKpi.Testing.Languages.Texts(files["en"]);
        Assert.True(files.Count >= 2);
        foreach (var (language, file) in files)
        {
            var texts = OkrKpi.Testing.Languages.Texts(file);
            Assert.Equal(english.Keys.Order(), texts.Keys.Order());
            Assert.All(english, each => Assert.Equal(Places(each.Value), Places(texts[each.Key])));
        }

        static string Places(string text) =>
            string.Join(' ', System.Text.RegularExpressions.Regex.Matches(text, "\\{[0-9]\\}").Select(each => each.Value).Distinct().Order());
    }
}
