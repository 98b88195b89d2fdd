using GdprKit.EntityFrameworkCore;
using GdprKit.Samples.Commands;
using GdprKit.Samples.Crm.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace GdprKit.Samples.Shop;

/// <summary>What the application says when it cannot start on its database.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-crm-");

    [Fact]
    public async Task A_file_that_is_no_database_is_named_with_the_remedy_and_left_as_it_is()
    {
        var path = Path.Combine(_folder.FullName, "shop.sqlite");
        await File.WriteAllTextAsync(path, "Not a database, though long enough to be looked at as if it were one.", TestContext.Current.CancellationToken);

        var start = await StartAsync(path);

        start.ExitCode.Should().Be(1);
        start.Error.Should().StartWith($"The database at '{path}' cannot be used:").And.Contain($"--{CrmDatabase.PathSetting} <path>");
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Should().StartWith("Not a database");
    }

    [Fact]
    public async Task The_database_can_be_named_as_a_command_names_it()
    {
        var path = Path.Combine(_folder.FullName, "shop.sqlite");
        await File.WriteAllTextAsync(path, "Not a database, though long enough to be looked at as if it were one.", TestContext.Current.CancellationToken);

        (await CommandRun.OfAsync("--urls", "http://127.0.0.1:0", "--database", path)).Error.Should().StartWith($"The database at '{path}' cannot be used:");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named_with_the_remedy()
    {
        var path = Path.Combine(Path.Combine(_folder.FullName, "file"), "shop.sqlite");
        await File.WriteAllTextAsync(Path.GetDirectoryName(path)!, "", TestContext.Current.CancellationToken);

        var start = await StartAsync(path);

        start.ExitCode.Should().Be(1);
        start.Error.Should().StartWith($"The working copy of the database cannot be made at '{path}':").And.Contain($"--{CrmDatabase.PathSetting} <path>");
    }

    [Fact]
    public async Task A_database_of_an_earlier_version_is_completed_once_and_keeps_what_it_holds()
    {
        var path = Path.Combine(_folder.FullName, "shop.sqlite");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Data", "Chinook.sqlite"), path);
        File.SetAttributes(path, FileAttributes.Normal);
        var database = At(path);

        database.Prepare();
        database.Prepare();

        await using var db = new CrmDbContext(new DbContextOptionsBuilder<CrmDbContext>().UseSqlite($"{database.ConnectionString};Pooling=False").Options);
        (await db.Customers.CountAsync(c => c.SignedUpOn == null && c.Language == null && c.Source == null, TestContext.Current.CancellationToken)).Should().Be(59);
        (await db.Employees.CountAsync(e => e.LeftOn == null, TestContext.Current.CancellationToken)).Should().Be(8);
        (await db.Set<LedgerEntryRow>().CountAsync(TestContext.Current.CancellationToken)).Should().Be(0, "the tables of the ledger are there");
    }

    [Fact]
    public async Task What_the_ledger_remembers_outlives_a_start()
    {
        var path = Path.Combine(_folder.FullName, "shop.sqlite");
        var database = At(path);
        database.Prepare();
        await using var db = new CrmDbContext(new DbContextOptionsBuilder<CrmDbContext>().UseSqlite($"{database.ConnectionString};Pooling=False").Options);
        var link = await new EntityFrameworkCoreSubjectDirectory(db).LinkAsync(
            [SubjectId.Of(Crm.Gdpr.Crm.Customers, 1)], NodaTime.Instant.FromUtc(2025, 12, 23, 9, 0), TestContext.Current.CancellationToken);

        database.Prepare();

        (await db.Set<SubjectLinkRow>().SingleAsync(TestContext.Current.CancellationToken)).Subject.Should().Equal(Convert.FromHexString(link[0].Ref.ToString()));
    }

    [Fact]
    public async Task A_working_copy_of_another_version_is_set_aside_and_a_new_one_is_made()
    {
        var path = Path.Combine(_folder.FullName, "GdprKit.Samples.Crm", "Chinook.sqlite");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await MakeWithAnotherLedgerAsync(path);

        (await CommandRun.WithDataInAsync(_folder.FullName, "preview", "--json")).ExitCode.Should().Be(0);
        (await CommandRun.WithDataInAsync(_folder.FullName, "preview", "--json")).ExitCode.Should().Be(0);

        Directory.GetFiles(Path.GetDirectoryName(path)!).Should().BeEquivalentTo(path, $"{path}.old1");
        (await HasColumnAsync($"{path}.old1", "taken_by")).Should().BeFalse("it is kept as it was");
        (await HasColumnAsync(path, "taken_by")).Should().BeTrue();
    }

    [Fact]
    public async Task A_database_of_another_version_that_was_named_is_refused_with_the_remedy_and_left_as_it_is()
    {
        var path = Path.Combine(_folder.FullName, "shop.sqlite");
        await MakeWithAnotherLedgerAsync(path);

        var start = await StartAsync(path);

        start.ExitCode.Should().Be(1);
        start.Error.Should().StartWith($"Another version of the shop made the database at '{path}':").And.Contain($"--{CrmDatabase.PathSetting} <path>");
        Directory.GetFiles(_folder.FullName).Should().BeEquivalentTo(path);
        (await HasColumnAsync(path, "taken_by")).Should().BeFalse();
    }

    [Fact]
    public async Task A_working_copy_in_which_the_shop_recorded_itself_who_read_the_notice_is_set_aside()
    {
        var path = Path.Combine(_folder.FullName, "GdprKit.Samples.Crm", "Chinook.sqlite");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        At(path).Prepare();
        await using (var db = Open(path))
        {
            db.Add(new LedgerEntryRow { EntryId = new byte[16], StreamKind = "crm.person", Subject = new byte[16], Version = 1, EntryType = "crm.notice-read/1", Salt = new byte[16], Facts = "{}"u8.ToArray(), Hash = new byte[32] });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        (await CommandRun.WithDataInAsync(_folder.FullName, "preview", "--json")).ExitCode.Should().Be(0);

        Directory.GetFiles(Path.GetDirectoryName(path)!).Should().BeEquivalentTo(path, $"{path}.old1");
    }

    private static async Task MakeWithAnotherLedgerAsync(string path)
    {
        At(path).Prepare();
        await using var db = Open(path);
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE gdpr_lease DROP COLUMN taken_by", TestContext.Current.CancellationToken);
    }

    private static async Task<bool> HasColumnAsync(string path, string column)
    {
        await using var db = Open(path);
        return await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM pragma_table_info('gdpr_lease') WHERE name = {column}")
            .SingleAsync(TestContext.Current.CancellationToken) == 1;
    }

    private static CrmDatabase At(string path) => new(new ConfigurationBuilder().AddInMemoryCollection([new(CrmDatabase.PathSetting, path)]).Build());

    private static CrmDbContext Open(string path) => new(new DbContextOptionsBuilder<CrmDbContext>().UseSqlite($"Data Source={path};Pooling=False").Options);

    public void Dispose() => _folder.Delete(recursive: true);

    private static Task<CommandRun> StartAsync(string database) => CommandRun.OfAsync("--urls", "http://127.0.0.1:0", $"--{CrmDatabase.PathSetting}", database);
}
