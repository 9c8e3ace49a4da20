using System.Net;
using System.Text.RegularExpressions;

namespace WebScorecard.Tests;

/// <summary>Fills in a form as a browser would: with everything that stands in it already, and what is not allowed left out.</summary>
internal static partial class Filling
{
    public static async Task<HttpResponseMessage> FillInAsync(this Visitor visitor, string page, string form, Dictionary<string, string?> filledIn)
    {
        var (action, fields) = Read(await visitor.Client.GetStringAsync(page), form);
        return await visitor.Client.PostAsync(action, new FormUrlEncodedContent(With(fields, filledIn)));
    }

    /// <summary>A page after a form on it was sent, whatever the answer.</summary>
    public static async Task<(HttpStatusCode Status, string Text)> AnsweredAsync(
        this Visitor visitor, string page, string form, Dictionary<string, string?> filledIn)
    {
        var response = await visitor.FillInAsync(page, form, filledIn);
        var next = response.Headers.Location?.OriginalString;
        return (response.StatusCode, WebUtility.HtmlDecode(
            await (next is null ? response.Content.ReadAsStringAsync() : visitor.Client.GetStringAsync(next))));
    }

    /// <summary>Stores what a form says, and gives the page one is led to.</summary>
    public static async Task<string> StoreAsync(this Visitor visitor, string page, string form, Dictionary<string, string?> filledIn)
    {
        var (status, text) = await visitor.AnsweredAsync(page, form, filledIn);
        Assert.True(status == HttpStatusCode.SeeOther, Refusal().Match(text).Value + status);
        return text;
    }

    public static (string Action, List<KeyValuePair<string, string>> Fields) Read(string html, string form)
    {
        var text = Form().Matches(html).Select(match => match.Value)
            .Single(each => each.Contains($"name=\"form\" value=\"{WebUtility.HtmlEncode(form)}\"", StringComparison.Ordinal));
        var fields = new List<KeyValuePair<string, string>>();
        foreach (Match field in Control().Matches(Disabled().Replace(text, "")))
        {
            var (name, tag) = (Name().Match(field.Value).Groups[1].Value, field.Groups[1].Value);
            var value = tag switch
            {
                "select" => Selected().Match(field.Value) is { Success: true } chosen ? chosen.Groups[1].Value : First().Match(field.Value).Groups[1].Value,
                "textarea" => Inside().Match(field.Value).Groups[1].Value,
                _ => Value().Match(field.Value).Groups[1].Value,
            };
            if (!field.Value.Contains("type=\"checkbox\"", StringComparison.Ordinal) || field.Value.Contains(" checked", StringComparison.Ordinal))
            {
                fields.Add(new(name, WebUtility.HtmlDecode(value)));
            }
        }

        return (WebUtility.HtmlDecode(Action().Match(text).Groups[1].Value), fields);
    }

    private static IEnumerable<KeyValuePair<string, string>> With(List<KeyValuePair<string, string>> fields, Dictionary<string, string?> filledIn) =>
        fields.Where(field => !filledIn.ContainsKey(field.Key))
            .Concat(filledIn.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Key, field.Value!)));

    [GeneratedRegex(@"<form[^>]*class=""entry.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(@"<fieldset disabled.*?</fieldset>", RegexOptions.Singleline)]
    private static partial Regex Disabled();

    [GeneratedRegex(@"<(input)[^>]*>|<(?<1>select).*?</select>|<(?<1>textarea).*?</textarea>", RegexOptions.Singleline)]
    private static partial Regex Control();

    [GeneratedRegex(@"action=""([^""]*)""")]
    private static partial Regex Action();

    [GeneratedRegex(@"name=""([^""]*)""")]
    private static partial Regex Name();

    [GeneratedRegex(@"value=""([^""]*)""")]
    private static partial Regex Value();

    [GeneratedRegex(@"<option value(?:=""([^""]*)"")? selected")]
    private static partial Regex Selected();

    [GeneratedRegex(@"<option value(?:=""([^""]*)"")?")]
    private static partial Regex First();

    [GeneratedRegex(@"<textarea[^>]*>(.*)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Inside();

    [GeneratedRegex(@"<p class=""refused"".*?</p>", RegexOptions.Singleline)]
    private static partial Regex Refusal();
}
