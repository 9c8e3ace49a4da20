using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace WebScorecard.Tests;

/// <summary>Somebody with a browser: keeps cookies and sends the hidden fields of a form along.</summary>
internal sealed partial class Visitor(WebApplicationFactory<Program> app)
{
    public HttpClient Client { get; } = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });

    public static async Task<Visitor> SignedInAsync(ScorecardApp app, string culture = "en", string name = People.Writer)
    {
        var visitor = new Visitor(app);
        await visitor.Client.GetAsync($"/language/{culture}");
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SignInAsync(name)).StatusCode);
        return visitor;
    }

    public Task<HttpResponseMessage> SignInAsync(string name, string password = People.Password) =>
        SendAsync("/sign-in?back=%2F", "/sign-in", new() { ["name"] = name, ["password"] = password });

    /// <summary>Sends what is filled in to an address, with the hidden fields of the page's first form to it.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string action, Dictionary<string, string> filledIn)
    {
        var html = AnyForm().Matches(await Client.GetStringAsync(page)).Select(match => match.Value)
            .First(form => Action().Match(form).Groups[1].Value == action);
        var fields = Hidden(html).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in filledIn)
        {
            fields[name] = value;
        }

        return await PostAsync((action, fields));
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

    [GeneratedRegex(@"<form[^>]*method=""post"".*?</form>", RegexOptions.Singleline)]
    private static partial Regex AnyForm();

    [GeneratedRegex(@"<input type=""hidden""[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex(@"action=""([^""]*)""")]
    private static partial Regex Action();

    [GeneratedRegex(@"name=""([^""]*)""")]
    private static partial Regex Name();

    [GeneratedRegex(@"value=""([^""]*)""")]
    private static partial Regex Value();
}
