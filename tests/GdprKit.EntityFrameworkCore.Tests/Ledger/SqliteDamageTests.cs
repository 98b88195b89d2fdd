using Microsoft.Data.Sqlite;

namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class SqliteDamageTests : DamageTests
{
    [Fact]
    public async Task When_what_erases_fails_and_the_connection_with_it_the_first_of_both_is_told()
    {
        await using var context = TablesContext.On("sqlite");
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var commands = new HostCommands(connection, null, null, LedgerSql.Of(context));
        var erasing = async () => await Forgetting.ErasingAsync<int>(
            commands,
            async () =>
            {
                await connection.CloseAsync();
                throw new InvalidDataException("the disk is broken");
            },
            TestContext.Current.CancellationToken);

        await erasing.Should().ThrowAsync<InvalidDataException>().WithMessage("the disk is broken");
    }

    private protected override Task<LedgerHost> CreateAsync() => LedgerHost.InSqliteAsync();
}
