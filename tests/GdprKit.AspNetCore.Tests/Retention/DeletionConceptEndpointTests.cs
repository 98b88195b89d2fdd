using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Retention;

public sealed class DeletionConceptEndpointTests
{
    [Fact]
    public async Task A_host_without_a_store_is_told_that_nothing_is_planned()
    {
        (await ReadAsync("deletion-concept", "nl")).Should()
            .Contain("<html lang=\"nl\">").And.Contain("De toepassing zegt nog niet waar persoonsgegevens staan.");
    }

    [Fact]
    public async Task It_bears_the_day_in_the_zone_of_the_controller()
    {
        // An hour after midnight in the Netherlands.
        (await ReadAsync("deletion-concept.md", "en")).Should().StartWith("# Deletion concept\n").And.Contain("- **Date:** 2 July 2026\n");
    }

    private static async Task<string> ReadAsync(string page, string language)
    {
        await using var host = await Host.StartAsync(services => services.AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 7, 1, 23, 0))));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/privacy/manage/{page}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Test", "privacy");
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
