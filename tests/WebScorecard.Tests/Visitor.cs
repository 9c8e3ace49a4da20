using System.Net;
using System.Text.RegularExpressions;

namespace WebScorecard.Tests;

/// <summary>Somebody with a browser: keeps cookies and sends the hidden fields of a form along.</summary>
internal sealed partial class Visitor(ScorecardApp app)
{
    public HttpClient Client { get; } = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });

    public static async Task<Visitor> SignedInAsync(ScorecardApp app, string culture = "en")
    {
        var visitor = new Visitor(app);
        await visitor.Client.GetAsync($"/language/{culture}");
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SignInAsync(ScorecardApp.Key)).StatusCode);
        return visitor;
    }

    public async Task<HttpResponseMessage> SignInAsync(string key)
    {
        var page = await Client.GetStringAsync("/sign-in?back=%2F");
        return await Client.PostAsync("/sign-in", new FormUrlEncodedContent(Hidden(page).Append(new("key", key))));
    }

    public async Task<HttpResponseMessage> SubmitAsync(string page, string form, Dictionary<string, string> filledIn) =>
        await PostAsync(await FormAsync(page, form, filledIn));

    public async Task<(string Action, Dictionary<string, string> Fields)> FormAsync(string page, string form, Dictionary<string, string> filledIn)
    {
        var html = Form().Matches(await Client.GetStringAsync(page))
            .Select(match => match.Value)
            .Single(each => each.Contains($"name=\"form\" value=\"{form}\"", StringComparison.Ordinal));
        var fields = Hidden(html).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in filledIn)
        {
            fields[name] = value;
        }

        return (Action().Match(html).Groups[1].Value, fields);
    }

    public Task<HttpResponseMessage> PostAsync((string Action, Dictionary<string, string> Fields) form) =>
        Client.PostAsync(form.Action, new FormUrlEncodedContent(form.Fields));

    private static IEnumerable<KeyValuePair<string, string>> Hidden(string html) =>
        Input().Matches(html)
            .Select(input => KeyValuePair.Create(Name().Match(input.Value).Groups[1].Value, WebUtility.HtmlDecode(Value().Match(input.Value).Groups[1].Value)));

    [GeneratedRegex(@"<form[^>]*class=""entry"".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(@"<input type=""hidden""[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex(@"action=""([^""]*)""")]
    private static partial Regex Action();

    [GeneratedRegex(@"name=""([^""]*)""")]
    private static partial Regex Name();

    [GeneratedRegex(@"value=""([^""]*)""")]
    private static partial Regex Value();
}
