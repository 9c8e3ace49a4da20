using System.Globalization;
using System.Text;

namespace OkrKpi;

/// <summary>The words of a text for comparing: lower case, without diacritics, so that "Doanh thu" and "DOANH THU" are the same words.</summary>
internal static class PlainWords
{
    internal static string[] Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(
                    character is 'đ' or 'Đ' ? 'd'
                    : char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character)
                    : ' ');
            }
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The words that carry meaning: longer than "with", in the singular.</summary>
    internal static HashSet<string> Significant(string text) => [.. Of(text).Where(word => word.Length > 3).Select(word => word.TrimEnd('s'))];
}
