using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Samples.Application;

/// <summary>
/// The sample as it is, listening on a free port of this machine only, with a database of its own and a clock that stands
/// still. Shared by the tests that only read; a test that writes takes one for its class.
/// </summary>
public sealed class CrmApplication : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-crm-");

    public CrmApplication() => UseKestrel(0);

    /// <summary>The day after the last invoice of the sample's data.</summary>
    public FakeClock Clock { get; } = new(Instant.FromUtc(2025, 12, 23, 9, 0));

    public string DatabasePath => Path.Combine(_folder.FullName, "shop.sqlite");

    /// <summary>Where the application puts its mails.</summary>
    public string MailsPath => Path.Combine(_folder.FullName, "mails");

    /// <summary>Where the application keeps its key ring.</summary>
    public string KeyRingPath => Path.Combine(_folder.FullName, "keys", "keyring.json");

    /// <summary>Where the application listens, without a slash at the end.</summary>
    public string Address => ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);

    /// <summary>Starts before the first test: two tests that start it at the same time would get two applications.</summary>
    public ValueTask InitializeAsync()
    {
        StartServer();
        return ValueTask.CompletedTask;
    }

    /// <summary>Someone who comes along with a browser that keeps cookies and follows no redirect by itself.</summary>
    public Visitor CreateVisitor(string language = "nl") => new(Address, language);

    public async Task<Visitor> CreateEmployeeAsync(string name, string language = "nl")
    {
        var visitor = CreateVisitor(language);
        await visitor.SignInAsync(name);
        return visitor;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting(CrmDatabase.PathSetting, DatabasePath)
        .UseSetting(KeyRingFile.Setting, KeyRingPath)
        .ConfigureLogging(logging => logging.ClearProviders())
        .ConfigureTestServices(services =>
        {
            services.AddSingleton<IClock>(Clock);
            // Keys in memory: a test leaves nothing in the profile of who runs it.
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
        });

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder.FullName))
        {
            // A pooled connection holds the file open, which Windows takes for a reason to keep it.
            SqliteConnection.ClearAllPools();
            _folder.Delete(recursive: true);
        }
    }
}
