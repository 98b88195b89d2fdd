using GdprKit.EntityFrameworkCore.Library;
using GdprKit.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>However a host registers its context, the ledger works on the one of the request.</summary>
public sealed class LedgerRegistrationTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public LedgerRegistrationTests() => _connection.Open();

    public static TheoryData<string> Registrations => ["AddDbContext", "AddDbContextPool", "AddDbContextFactory", "AddPooledDbContextFactory"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _connection.Dispose();

    [Theory]
    [MemberData(nameof(Registrations))]
    public Task A_request_after_another_finds_what_was_remembered(string registration) => RegistrationProof.OfOneAfterAnotherAsync(registration, Use);

    [Theory]
    [MemberData(nameof(Registrations))]
    public async Task Requests_at_once_on_a_file_remember_each_their_own_and_one_that_fails_leaves_nothing_to_the_next(string registration)
    {
        var folder = Directory.CreateTempSubdirectory("gdprkit-registration-").FullName;
        try
        {
            var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "host.sqlite"), Pooling = false }.ConnectionString;
            await RegistrationProof.OfOneAfterAnotherAsync(registration, options => options.UseSqlite(file));
            await RegistrationProof.OfManyAtOnceAsync(registration, options => options.UseSqlite(file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Who_uses_the_ledger_without_its_tables_is_told_how_to_add_them()
    {
        var services = new ServiceCollection().AddDbContext<LibraryContext>(Use);
        services.AddGdprKit().UseEntityFrameworkCore<LibraryContext>();
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await using var request = provider.CreateAsyncScope();
        var streams = request.ServiceProvider.GetRequiredService<LedgerStreams>();

        var reading = async () => await streams.LoadAsync<Subscription>(Subscription.StreamOf(SubjectRef.None), Token);

        (await reading.Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3150: *LibraryContext*UseGdprKit()*");
    }

    [Fact]
    public async Task Of_several_contexts_the_one_with_the_tables_keeps_the_ledger()
    {
        var services = new ServiceCollection().AddDbContext<LibraryContext>(Use).AddDbContext<LedgerContext>(Use);
        services.AddGdprKit().UseEntityFrameworkCore<LibraryContext>().UseEntityFrameworkCore<LedgerContext>();
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await using var request = provider.CreateAsyncScope();
        await request.ServiceProvider.GetRequiredService<LedgerContext>().Database.EnsureCreatedAsync(Token);

        var snapshot = await request.ServiceProvider.GetRequiredService<LedgerStreams>().LoadAsync<Subscription>(Subscription.StreamOf(SubjectRef.None), Token);

        snapshot.Version.Should().Be(0);
    }

    [Fact]
    public void A_context_that_was_made_without_the_services_of_the_host_has_no_clock()
    {
        var options = new DbContextOptionsBuilder<LedgerContext>();
        Use(options);
        using var context = new LedgerContext(options.Options);

        FluentActions.Invoking(context.Gdpr).Should().Throw<InvalidOperationException>().WithMessage("GDPR3157: *");
    }

    [Fact]
    public void The_tables_of_GdprKit_are_not_taken_for_tables_of_the_host()
    {
        var options = new DbContextOptionsBuilder<LedgerContext>();
        Use(options);
        using var context = new LedgerContext(options.Options);

        ModelDescription.Of(context.Model, "host").Entities.Should().ContainSingle().Which.Type.Should().Be<Customer>();
    }

    private void Use(DbContextOptionsBuilder options) => options.UseSqlite(_connection);
}
