using System.Reflection;
using System.Text;

namespace OkrKpi.Specifications;

public class SentenceList
{
    [Fact]
    public void The_list_of_sentences_is_up_to_date() =>
        Kept.Is(Text(), "tests", "SPECIFICATION.md");

    private static string Text()
    {
        var text = new StringBuilder(
            "# Specification\n\nGenerated from the names of the tests in OkrKpi.Specifications. To renew it, run them with OKRKPI_UPDATE_SPECIFICATION=1.\n");
        foreach (var chapter in typeof(SentenceList).Assembly.GetTypes().Where(type => type.Name.StartsWith(
            "Chapter_", StringComparison.Ordinal) && !type.IsNested).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            text.Append("\n## ").Append(Words(chapter.Name)).Append("\n\n");
            foreach (
                var sentence in chapter.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
                    .OrderBy(method => method.MetadataToken))
            {
                text.Append("- ").Append(Words(sentence.Name)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Words(string name) => name.Replace('_', ' ');
}
