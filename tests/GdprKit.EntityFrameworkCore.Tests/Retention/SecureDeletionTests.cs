using System.Text;
using GdprKit.Mapping;
using GdprKit.Retention;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>What went from a database of SQLite cannot be read in its place in the file either.</summary>
public sealed class SecureDeletionTests : IAsyncLifetime
{
    // So few that they lie in one page: what SQLite left in others when it split one, only VACUUM takes away.
    private const int Notes = 10;

    private const string Words = "nobody must read this again";

    private readonly string _folder = Directory.CreateTempSubdirectory("gdprkit-secure-").FullName;
    private SqliteConnection _connection = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder, "notes.sqlite");

    public async ValueTask InitializeAsync()
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ConnectionString);
        await _connection.OpenAsync(Token);
        await ExecuteAsync("PRAGMA secure_delete = OFF");
        _services = new ServiceCollection().AddDbContext<NoteContext>(options => options.UseSqlite(_connection)).AddGdprKit(gdpr => gdpr
            .UseRegister(TestRegisters.Shop())
            .AddMap<Note>(data => data.IsSubject(Customers, note => note.Code).Field(EmailAddress, note => note.Text))
            .UseEntityFrameworkCore<NoteContext>()).BuildServiceProvider();
        await using var scope = _services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<NoteContext>();
        await context.Database.EnsureCreatedAsync(Token);
        context.AddRange(Enumerable.Range(1, Notes).Select(number => new Note { Code = $"{number}", Text = $"{Words}, number {number}" }));
        await context.SaveChangesAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _connection.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_was_deleted_is_not_left_in_the_file()
    {
        (await ReadFileAsync()).Should().Contain(Words);

        (await DisposeAsync(new RowChange.Delete())).Should().Be(Notes);

        (await ReadFileAsync()).Should().NotContain(Words);
    }

    [Fact]
    public async Task What_was_emptied_is_not_left_in_the_file()
    {
        (await DisposeAsync(new RowChange.Empty([PropertyPath.Parse(nameof(Note.Text))]))).Should().Be(Notes);

        (await ReadFileAsync()).Should().NotContain(Words);
    }

    [Fact]
    public async Task What_was_replaced_is_not_left_in_the_file()
    {
        (await DisposeAsync(new RowChange.Empty([]) { Replacements = [new FieldReplacement(PropertyPath.Parse(nameof(Note.Text)), new Replacement.PerRow("anon-"))] })).Should().Be(Notes);

        (await ReadFileAsync()).Should().NotContain(Words).And.Contain("anon-");
    }

    [Fact]
    public async Task What_was_left_behind_when_pages_were_split_goes_when_the_file_is_compacted()
    {
        await using (var scope = _services.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<NoteContext>();
            context.AddRange(Enumerable.Range(Notes + 1, 500).Select(number => new Note { Code = $"{number}", Text = $"{Words}, number {number}" }));
            await context.SaveChangesAsync(Token);
        }

        await DisposeAsync(new RowChange.Delete());
        (await ReadFileAsync()).Should().Contain(Words, "copies lie in pages that were split");

        await ((IPersonalDataDisposer)_services.GetRequiredService<IPersonalDataStore>()).CompactAsync(Token);

        (await ReadFileAsync()).Should().NotContain(Words);
    }

    [Fact]
    public async Task How_the_connection_of_the_host_deletes_stays_as_it_was()
    {
        await DisposeAsync(new RowChange.Delete());

        await using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA secure_delete";
        (await command.ExecuteScalarAsync(Token)).Should().Be(0L);
    }

    private async Task<long> DisposeAsync(RowChange change)
    {
        var map = _services.GetRequiredService<PersonalDataMap>().Stores.Single();
        var disposal = new RowDisposal { Entity = map.Entities.Single(), Where = RowCondition.Always, Shield = RowShield.Of([Restriction.Fold]), Change = change };
        return (await ((IPersonalDataDisposer)_services.GetRequiredService<IPersonalDataStore>()).DisposeOfAsync([disposal], null, Token)).Single();
    }

    private async Task<string> ReadFileAsync()
    {
        // What was written lies beside the file until somebody puts it there.
        await ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await using var file = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return await reader.ReadToEndAsync(Token);
    }

    private async Task ExecuteAsync(string text)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync(Token);
    }

    private sealed class NoteContext(DbContextOptions<NoteContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Note>().HasKey(note => note.Code);
            modelBuilder.UseGdprKit();
        }
    }

    private sealed class Note
    {
        public required string Code { get; init; }

        public string? Text { get; set; }
    }
}
