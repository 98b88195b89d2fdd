using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace GdprKit.EntityFrameworkCore.Ledger.Enforcement;

/// <summary>What the README grants to an application is what the ledger needs, and no more.</summary>
public sealed class PostgreSqlRightsTests(PostgreSqlServer server)
{
    private const string Role = "crm_app";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [PostgreSqlFact]
    public async Task With_the_rights_of_the_readme_the_ledger_works_and_its_entries_cannot_be_changed()
    {
        await using var database = await server.CreateDatabaseAsync(Token);
        await using (var owner = Context(database.ConnectionString))
        {
            await owner.Database.MigrateAsync(Token);
            await owner.Database.ExecuteSqlRawAsync($"DO $$ BEGIN CREATE ROLE {Role} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$", Token);
            await owner.Database.ExecuteSqlRawAsync(await RecipeAsync(), Token);
        }

        await using var context = Context(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Options = $"-c role={Role}" }.ConnectionString);
        await WorkAsync(new EntityFrameworkCoreLedgerStore(context), new EntityFrameworkCoreSubjectDirectory(context));
        string[] refused =
        [
            "UPDATE gdpr_entry SET facts = facts",
            "UPDATE gdpr_entry_details SET texts = texts",
            "UPDATE gdpr_content SET bytes = bytes",
            "DELETE FROM gdpr_content",
            "DELETE FROM gdpr_expired_entry",
            "TRUNCATE gdpr_entry",
            "DROP TRIGGER gdpr_entry_no_delete ON gdpr_entry",
            "ALTER TABLE gdpr_entry DISABLE TRIGGER ALL",
            "CREATE OR REPLACE FUNCTION gdpr_refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        ];
        foreach (var statement in refused)
        {
            var executing = () => context.Database.ExecuteSqlRawAsync(statement, Token);
            (await executing.Should().ThrowAsync<PostgresException>(statement)).Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege, statement);
        }
    }

    private static async Task WorkAsync(ILedgerStore store, ISubjectDirectory directory)
    {
        var (at, ended) = (Instant.FromUtc(2026, 11, 26, 9, 30), StreamStatus.Parse("ended"));
        var link = (await directory.LinkAsync([SubjectId.Of(ShopKeys.Customers, 1)], at, Token)).Should().ContainSingle().Which;
        var stream = Subscription.StreamOf(link.Ref);
        var (first, second) = ((Subscription.Start() with { Details = EntryDetails.Of(("note", "a note")) }).Seal(stream, 1, at), Subscription.Start().Seal(stream, 2, at + Duration.FromSeconds(1)));
        var lease = (await store.LeaseAsync(LeaseRequest.Take(LeaseName.Parse("test.work"), Guid.NewGuid(), at, Duration.FromMinutes(1)), Token))!;

        (await store.AppendAsync(AppendBatch.Of([Append(0, first)]), Token)).Should().Be(new AppendResult.Appended());
        (await store.AppendAsync(AppendBatch.Of([Append(1, second)], [LedgerContent.Of("a notice"u8)], lease.Fence), Token)).Should().Be(new AppendResult.Appended());
        (await store.ForgetDetailsAsync(HeadFilter.About(link.Ref), Token)).Should().Be(1);
        (await store.ExpireAsync(StreamExpiry.Of(stream.Kind, [ended], at + Duration.FromDays(1)), Token)).Should().Be(1);
        (await store.LeaseAsync(LeaseRequest.Release(lease, at), Token)).Should().NotBeNull();
        (await directory.UnlinkAsync([link.Subject], Token)).Should().ContainSingle();

        StreamAppend Append(long expected, LedgerEntry entry) => new(expected, [entry], new StreamHead
        {
            Stream = stream,
            Version = entry.Version,
            RecordedAt = entry.RecordedAt,
            FoldVersion = 1,
            Index = new StreamIndex(ended, at),
            State = [],
        });
    }

    private static async Task<string> RecipeAsync()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Starter", "README.md"), Token);
        var recipe = readme.Split("```sql\n").Select(part => part.Split("\n```")[0]).Single(part => part.Contains("REVOKE", StringComparison.Ordinal));
        recipe.Should().Contain(Role);
        return recipe;
    }

    private static AppendOnlyContext Context(string connection) => new(new DbContextOptionsBuilder<AppendOnlyContext>().UseNpgsql(connection).Options);
}
