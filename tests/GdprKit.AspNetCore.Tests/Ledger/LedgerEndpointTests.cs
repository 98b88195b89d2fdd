using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using GdprKit.InMemory;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>How the ledger stands, for operators; and what they take with them.</summary>
public sealed class LedgerEndpointTests : IAsyncLifetime
{
    private readonly SigningKey _key = new();

    private Host _host = null!;

    private LedgerEntry _entry = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await StartAsync();
        _entry = await PublishAsync(_host);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("nl", "Hoe staat het logboek ervoor?", "Regels in volgorde", "Er is geen kopie van het logboek buiten de database.", "nog niet helemaal gecontroleerd")]
    [InlineData("en", "How does the log stand?", "Lines in order", "There is no copy of the log outside of the database.", "was not verified as a whole yet")]
    public async Task The_page_says_what_is_in_order_and_what_waits(string language, string title, string ordered, string mirror, string verified)
    {
        using (var before = await GetAsync("/privacy/manage/ledger", language: language))
        {
            before.Headers.CacheControl!.NoStore.Should().BeTrue();
            (await TextAsync(before)).Should().Contain(title).And.MatchRegex($"(?s){ordered}</dt>\\s*<dd>0<").And.Contain(mirror).And.Contain(verified);
        }

        await OrderAsync(_host);

        var tip = await TipAsync();
        using var after = await GetAsync("/privacy/manage/ledger", language: language);
        var text = await TextAsync(after);
        text.Should().MatchRegex($"(?s){ordered}</dt>\\s*<dd>{tip.Tree.Size}<");
        WebUtility.HtmlDecode(text).Should().Contain(LedgerFiles.Base64(tip.Tree.Root));
    }

    [Fact]
    public async Task Looking_puts_nothing_in_order()
    {
        using var page = await GetAsync("/privacy/manage/ledger");
        using var proof = await GetAsync($"/privacy/manage/ledger/proof/{_entry.Id}");
        using var checkpoint = await GetAsync("/privacy/manage/ledger/checkpoint");

        (await WithLogAsync(log => log.ReadTipAsync(Token))).Should().BeNull();
    }

    [Theory]
    [InlineData("nl", "Het logboek klopt:")]
    [InlineData("en", "The log is sound:")]
    public async Task The_page_tells_what_the_last_verification_found(string language, string sound)
    {
        await OrderAsync(_host);
        await _host.Services.GetRequiredService<VerificationRun>().RunAsync(Token);

        using var page = await GetAsync("/privacy/manage/ledger", language: language);

        (await TextAsync(page)).Should().Contain(sound);
    }

    [Fact]
    public async Task A_proof_convinces_whoever_has_the_checkpoint_and_the_entry()
    {
        await OrderAsync(_host);

        using var response = await GetAsync($"/privacy/manage/ledger/proof/{_entry.Id}");
        using var checkpoint = await GetAsync("/privacy/manage/ledger/checkpoint");

        response.Content.Headers.ContentDisposition!.FileName.Should().Be($"proof-{_entry.Id}.json");
        using var json = JsonDocument.Parse(await TextAsync(response));
        var proof = json.RootElement;
        var path = proof.GetProperty("path").EnumerateArray().Select(each => Digest.FromBytes(each.GetBytesFromBase64())).ToValueList();
        var lines = (await TextAsync(checkpoint)).Split('\n');
        proof.GetProperty("entry").GetString().Should().Be(_entry.Id.ToString());
        proof.GetProperty("hash").GetBytesFromBase64().Should().Equal(Convert.FromBase64String(LedgerFiles.Base64(_entry.Hash)));
        proof.GetProperty("root").GetString().Should().Be(lines[2]);
        new InclusionProof(proof.GetProperty("position").GetInt64(), long.Parse(lines[1], System.Globalization.CultureInfo.InvariantCulture), path)
            .Verifies(MerkleTree.LeafOf(_entry.Hash), Digest.FromBytes(Convert.FromBase64String(lines[2]))).Should().BeTrue();
    }

    [Fact]
    public async Task Without_a_key_the_checkpoint_bears_the_number_of_the_ledger()
    {
        await OrderAsync(_host);

        using var response = await GetAsync("/privacy/manage/ledger/checkpoint");

        var tip = await TipAsync();
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        (await TextAsync(response)).Should().Be($"urn:uuid:{tip.Ledger}\n{tip.Tree.Size}\n{LedgerFiles.Base64(tip.Tree.Root)}\n");
    }

    [Fact]
    public async Task With_a_key_the_checkpoint_is_what_the_key_signs()
    {
        await using var host = await StartAsync(services => services.AddSingleton<ICheckpointSigner>(_key));
        await PublishAsync(host);
        await OrderAsync(host);

        using var response = await GetAsync("/privacy/manage/ledger/checkpoint", host: host);

        (await TextAsync(response)).Should().MatchRegex("^signed [1-9][0-9]*\n$");
        _key.Signed.Should().Be(1);
    }

    [Fact]
    public async Task A_key_that_cannot_be_used_is_told_with_the_remedy()
    {
        _key.IsLost = true;
        await using var host = await StartAsync(services => services.AddSingleton<ICheckpointSigner>(_key));
        await PublishAsync(host);
        await OrderAsync(host);

        using var response = await GetAsync("/privacy/manage/ledger/checkpoint", host: host);

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await TextAsync(response)).Should().StartWith("GDPR3107");
    }

    [Fact]
    public async Task Beside_the_mirror_of_another_ledger_nothing_is_signed_and_the_page_says_what_to_do()
    {
        var mirror = new InMemoryLedgerMirror();
        using var database = new InMemoryDatabase();
        await using (var unmirrored = await StartAsync(services => services.AddSingleton(database)))
        {
            await PublishAsync(unmirrored);
            await OrderAsync(unmirrored);
        }

        await using (var other = await StartAsync(services => services.AddSingleton<ILedgerMirror>(mirror)))
        {
            await PublishAsync(other);
            await OrderAsync(other);
        }

        await using var mistaken = await StartAsync(services => services.AddSingleton(database).AddSingleton<ILedgerMirror>(mirror).AddSingleton<ICheckpointSigner>(_key));
        using var page = await GetAsync("/privacy/manage/ledger", language: "en", host: mistaken);
        using var checkpoint = await GetAsync("/privacy/manage/ledger/checkpoint", host: mistaken);

        (await TextAsync(page)).Should().Contain("The copy belongs to another log. Name the folder that belongs to this log").And.Contain("GDPR3137");
        checkpoint.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await TextAsync(checkpoint)).Should().StartWith("GDPR3137");
        _key.Signed.Should().Be(0);
    }

    [Fact]
    public async Task Of_what_was_changed_there_is_no_proof()
    {
        var log = new TamperedLog();
        await using var host = await StartAsync(services =>
        {
            services.AddScoped<ILedgerLog>(provider => log.Over(new InMemoryLedgerLog(provider.GetRequiredService<InMemoryDatabase>())));
        });
        var entry = await PublishAsync(host);
        await OrderAsync(host);
        log.IsTampered = true;

        using var response = await GetAsync($"/privacy/manage/ledger/proof/{entry.Id}", host: host);

        response.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await TextAsync(response)).Should().StartWith("GDPR4583");
    }

    [Fact]
    public async Task What_has_no_place_yet_has_no_proof_yet()
    {
        using var proof = await GetAsync($"/privacy/manage/ledger/proof/{_entry.Id}");
        using var checkpoint = await GetAsync("/privacy/manage/ledger/checkpoint");

        proof.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await TextAsync(proof)).Should().StartWith("GDPR4582").And.Contain("not yet in order");
        checkpoint.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await TextAsync(checkpoint)).Should().StartWith("GDPR4580");
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    [InlineData("0193e1f0-0000-7000-8000-000000000001")]
    [InlineData("x")]
    public async Task Of_what_was_never_recorded_there_is_no_proof(string entry)
    {
        await OrderAsync(_host);

        using var response = await GetAsync($"/privacy/manage/ledger/proof/{entry}");

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await TextAsync(response)).Should().StartWith("GDPR4581");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/checkpoint")]
    [InlineData("/proof/x")]
    public async Task Only_who_the_policy_lets_in_sees_it(string page)
    {
        var address = $"/privacy/manage/ledger{page}";

        (await _host.Client.GetAsync(address, Token)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await GetAsync(address, role: "sales")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_application_without_a_ledger_is_told_how_it_gets_one()
    {
        await using var host = await Host.StartAsync(AllowLedger);

        using var response = await GetAsync("/privacy/manage/ledger", language: "en", host: host);

        (await TextAsync(response)).Should().Contain("There is no log yet").And.Contain("gdpr.UseEntityFrameworkCore");
    }

    private static Task<Host> StartAsync(Action<IServiceCollection>? besides = null) => Host.StartAsync(services =>
    {
        AllowLedger(services);
        services.AddGdprKit().EnforceCoverage(CoverageEnforcement.Warn).UseInMemory(_ => { }).UseInMemoryLedger();
        besides?.Invoke(services);
    });

    private static void AllowLedger(IServiceCollection services) =>
        services.AddAuthorizationBuilder().AddPolicy(GdprKitPolicies.ViewLedger, policy => policy.RequireRole("privacy"));

    private static async Task<LedgerEntry> PublishAsync(Host host)
    {
        using var scope = host.Services.CreateScope();
        var versions = scope.ServiceProvider.GetRequiredService<NoticeVersions>();
        var proposal = await versions.ProposeAsync(cancellationToken: Token);
        await versions.PublishAsync(new NoticePublication { Version = proposal.Digest, Significance = proposal.Significance }, cancellationToken: Token);
        return (await scope.ServiceProvider.GetRequiredService<ILedgerStore>().ReadLatestAsync(null, 1, Token))[0];
    }

    private static async Task OrderAsync(Host host) => await host.Services.GetRequiredService<LedgerSequencer>().PumpAsync(Token);

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(Token);

    private async Task<LedgerTip> TipAsync() => (await WithLogAsync(log => log.ReadTipAsync(Token)))!;

    private async Task<T> WithLogAsync<T>(Func<ILedgerLog, ValueTask<T>> read)
    {
        using var scope = _host.Services.CreateScope();
        return await read(scope.ServiceProvider.GetRequiredService<ILedgerLog>());
    }

    private async Task<HttpResponseMessage> GetAsync(string address, string role = "privacy", string language = "nl", Host? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Test", role);
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await (host ?? _host).Client.SendAsync(request, Token);
    }

    private sealed class SigningKey : ICheckpointSigner
    {
        public bool IsLost { get; set; }

        public int Signed { get; private set; }

        public ValueTask<string> SignAsync(MerkleTree tree, CancellationToken cancellationToken)
        {
            Signed++;
            return IsLost ? throw new LedgerException("GDPR3107", "There is no key.", "Put its copy back.") : ValueTask.FromResult($"signed {tree.Size}\n");
        }
    }
}
