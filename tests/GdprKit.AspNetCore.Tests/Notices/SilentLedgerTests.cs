using System.Net;
using GdprKit.Documents;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>What can be read and what cannot be done while the database of the ledger is down.</summary>
public sealed class SilentLedgerTests : IAsyncDisposable
{
    private static readonly SubjectId Ann = SubjectId.Of(Webshop.Customers, 7);

    private readonly NoticeHost _site = new();

    private readonly LogOfHost _log = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/privacy")]
    [InlineData("/privacy/nl")]
    [InlineData("/privacy/en.md")]
    [InlineData("/privacy/en.json")]
    public async Task The_version_that_was_known_last_is_read_in_every_language_and_form(string address)
    {
        await NoticeHost.PublishAsync(await _site.StartAsync());
        var host = await StartAsync("later@example.nl");
        await host.Client.GetStringAsync("/privacy/nl", Cancel);
        _site.IsDown = true;
        _site.Clock.Advance(Duration.FromMinutes(90));

        using var response = await host.Client.GetAsync(address, Cancel);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(Cancel)).Should().Contain("info@example.nl").And.NotContain("later@example.nl");
        response.Headers.Age.Should().Be(TimeSpan.FromMinutes(90));
    }

    [Fact]
    public async Task The_page_says_when_it_was_last_checked_and_the_published_bytes_stay_as_they_are()
    {
        var host = await StartAsync();
        var version = await NoticeHost.PublishAsync(host);
        (await host.Client.GetStringAsync("/privacy/nl", Cancel)).Should().NotContain("nagekeken");
        _site.IsDown = true;
        _site.Clock.Advance(Duration.FromMinutes(90));

        (await host.Client.GetStringAsync("/privacy/nl", Cancel)).Should().Contain("Voor het laatst nagekeken op 27 november 2026 om 13:00 uur.");
        (await host.Client.GetStringAsync("/privacy/en", Cancel)).Should().Contain("Last checked on 27 November 2026 at 13:00.");
        Digest.Of(await host.Client.GetByteArrayAsync("/privacy/nl.json", Cancel)).Should().Be(version.Texts.Single(text => text.Language == Language.Dutch).Digest);
    }

    [Fact]
    public async Task A_version_is_read_under_its_digest_and_one_that_nobody_read_is_not()
    {
        var first = await NoticeHost.PublishAsync(await _site.StartAsync());
        _site.Clock.Advance(Duration.FromDays(30));
        var host = await StartAsync("later@example.nl");
        var second = await NoticeHost.PublishAsync(host);
        await host.Client.GetStringAsync("/privacy/nl", Cancel);
        await host.Client.GetStringAsync($"/privacy/versions/{first}/nl", Cancel);
        _site.IsDown = true;

        (await host.Client.GetStringAsync($"/privacy/versions/{second}/en", Cancel)).Should().Contain("later@example.nl");
        (await host.Client.GetStringAsync($"/privacy/versions/{first}/nl", Cancel)).Should().Contain("info@example.nl").And.Contain("gold van");
        await ExpectUnavailableAsync(host, HttpMethod.Get, $"/privacy/versions/{first}/en", "the English text of it was never read");
        await ExpectUnavailableAsync(host, HttpMethod.Get, $"/privacy/versions/{first}/nl/changes", "a comparison is made of the registers in the ledger");
        await ExpectUnavailableAsync(host, HttpMethod.Get, $"/privacy/versions/{Digest.Of("none"u8)}/nl", "whether there is such a version is not known");
    }

    [Fact]
    public async Task An_announced_version_comes_to_hold_on_its_day()
    {
        await NoticeHost.PublishAsync(await _site.StartAsync());
        var host = await StartAsync("later@example.nl");
        var announced = await NoticeHost.PublishAsync(host, new LocalDate(2027, 1, 1));
        await host.Client.GetStringAsync("/privacy/nl", Cancel);
        _site.IsDown = true;
        (await host.Client.GetStringAsync("/privacy/en", Cancel)).Should().Contain("info@example.nl");

        _site.Clock.Reset(announced.EffectiveFrom);

        (await host.Client.GetStringAsync("/privacy/en", Cancel)).Should().Contain("later@example.nl");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Nothing_is_confirmed_and_the_person_is_told_to_try_again(string method)
    {
        var host = await StartAsync();
        var version = await NoticeHost.PublishAsync(host);
        await host.Client.GetStringAsync("/privacy/nl", Cancel);
        await using var scope = host.Services.CreateAsyncScope();
        var person = (await scope.ServiceProvider.GetRequiredService<ISubjectDirectory>().LinkAsync([Ann], _site.Clock.GetCurrentInstant(), Cancel))[0].Ref;
        var link = scope.ServiceProvider.GetRequiredService<INoticeLinks>().Confirm(person, version, Language.Dutch, _site.Clock.GetCurrentInstant() + Duration.FromDays(90));
        _site.IsDown = true;

        await ExpectUnavailableAsync(host, new HttpMethod(method), link.AbsolutePath, "what records must be exact");

        _site.IsDown = false;
        (await NoticeHost.FindAsync(host, Ann, version)).AcknowledgedAt.Should().BeNull();
    }

    [Fact]
    public async Task Silence_is_logged_once_and_the_ledger_is_asked_again_a_while_later()
    {
        await NoticeHost.PublishAsync(await _site.StartAsync());
        var (host, other) = (await StartAsync(), await _site.StartAsync("later@example.nl"));
        await host.Client.GetStringAsync("/privacy/nl", Cancel);
        (_site.IsDown, _site.Looks) = (true, 0);

        for (var i = 0; i < 3; i++)
        {
            await host.Client.GetStringAsync("/privacy/nl", Cancel);
        }

        _site.Looks.Should().Be(1, "a ledger that is silent is left alone");
        _site.Clock.Advance(KnownNotices.AskedAgainAfter);
        await host.Client.GetStringAsync("/privacy/nl", Cancel);
        _site.Looks.Should().Be(2);
        Said(4508).Should().ContainSingle().Which.Should().StartWith("GDPR4508");
        Said(4507).Should().BeEmpty();

        _site.IsDown = false;
        _site.Clock.Advance(KnownNotices.AskedAgainAfter);
        await NoticeHost.PublishAsync(other);
        (await host.Client.GetStringAsync("/privacy/nl", Cancel)).Should().Contain("later@example.nl").And.NotContain("nagekeken");
        _site.IsDown = true;
        await host.Client.GetStringAsync("/privacy/nl", Cancel);
        Said(4508).Should().HaveCount(2, "it fell silent again");
    }

    [Fact]
    public async Task A_ledger_that_takes_questions_and_never_answers_keeps_visitors_waiting_for_a_moment_only()
    {
        var host = await StartAsync();
        await NoticeHost.PublishAsync(host);
        await host.Client.GetStringAsync("/privacy/nl", Cancel);
        _site.IsSlow = true;

        (await host.Client.GetStringAsync("/privacy/nl", Cancel)).Should().Contain("nagekeken");
    }

    [Fact]
    public async Task Nothing_published_is_known_too()
    {
        var host = await StartAsync();
        await host.Client.GetStringAsync("/privacy/nl", Cancel);
        _site.IsDown = true;

        (await host.Client.GetStringAsync("/privacy/en", Cancel)).Should().Contain("info@example.nl").And.Contain("Last checked");
    }

    [Fact]
    public void Of_more_texts_than_fit_those_go_that_were_not_read_for_longest()
    {
        var texts = new KnownTexts();
        for (var i = 0; i < KnownTexts.Most; i++)
        {
            texts.Remember(DigestOf(i), new Document($"{i}", Language.Dutch, []));
        }

        texts.TryRecall(DigestOf(0), out _).Should().BeTrue();
        texts.Remember(DigestOf(KnownTexts.Most), new Document("one more", Language.Dutch, []));

        texts.TryRecall(DigestOf(0), out _).Should().BeTrue("it was read a moment ago");
        texts.TryRecall(DigestOf(1), out _).Should().BeFalse();
        texts.TryRecall(DigestOf(KnownTexts.Most), out _).Should().BeTrue();
    }

    public ValueTask DisposeAsync()
    {
        _log.Dispose();
        return _site.DisposeAsync();
    }

    private static Digest DigestOf(int number) => Digest.Of(BitConverter.GetBytes(number));

    private static async Task ExpectUnavailableAsync(Host host, HttpMethod method, string address, string because)
    {
        using var request = new HttpRequestMessage(method, address);
        using var response = await host.Client.SendAsync(request, Cancel);
        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable, because);
        (await response.Content.ReadAsStringAsync(Cancel)).Should().StartWith("GDPR4507").And.ContainAny("over een minuut", "in a minute");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Headers.RetryAfter.Should().NotBeNull();
    }

    private Task<Host> StartAsync(string email = "info@example.nl") =>
        _site.StartAsync(HostRegister.Create(email), gdpr => gdpr.Services.AddLogging(logging => logging.AddProvider(_log)));

    private List<string> Said(int id) => [.. _log.Entries.Where(entry => entry.Id == id).Select(entry => entry.Message)];
}
