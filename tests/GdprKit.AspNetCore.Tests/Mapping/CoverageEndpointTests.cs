using System.Net.Http.Headers;
using GdprKit.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Mapping;

public sealed class CoverageEndpointTests
{
    [Fact]
    public async Task A_host_without_a_store_is_told_what_to_add()
    {
        await using var host = await Host.StartAsync();

        (await ReadAsync(host, "en")).Should().Contain("There is nothing to compare yet.").And.Contain("gdpr.AddMap&lt;CustomerMap&gt;()");
    }

    [Theory]
    [InlineData("nl", "In de naam staat ‘email’. Dat wijst op een e-mailadres.")]
    [InlineData("en", "Its name holds ‘email’. That points to an e-mail address.")]
    public async Task What_is_stored_and_not_declared_is_told_in_the_language_of_the_operator(string language, string reason)
    {
        await using var host = await Host.StartAsync(services => services
            .AddSingleton<IPersonalDataStore>(new ShopStore(description: Store))
            .AddGdprKit().EnforceCoverage(CoverageEnforcement.Warn));

        (await ReadAsync(host, language)).Should()
            .Contain($"<html lang=\"{language}\">").And.Contain(reason).And.Contain(".Field(Key&lt;DataCategory&gt;.Parse(&quot;");
    }

    private static StoreDescription Store { get; } = new("Shop",
    [
        new EntityDescription
        {
            Name = nameof(Visitor),
            Type = typeof(Visitor),
            Properties = [new PropertyDescription { Path = PropertyPath.Parse(nameof(Visitor.Email)), Type = typeof(string), DeclaredBy = nameof(Visitor) }],
        },
    ]);

    private static async Task<string> ReadAsync(Host host, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/privacy/manage/coverage");
        request.Headers.Authorization = new AuthenticationHeaderValue("Test", "privacy");
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Visitor
    {
        public string Email { get; set; } = "";
    }
}
