using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class PostgreSqlRegistrationTests(PostgreSqlServer server)
{
    public static TheoryData<string> Registrations => LedgerRegistrationTests.Registrations;

    [PostgreSqlTheory]
    [MemberData(nameof(Registrations))]
    public async Task Requests_at_once_remember_each_their_own_and_one_that_fails_leaves_nothing_to_the_next(string registration)
    {
        await using var database = await server.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        await RegistrationProof.OfOneAfterAnotherAsync(registration, options => options.UseNpgsql(database.ConnectionString));
        await RegistrationProof.OfManyAtOnceAsync(registration, options => options.UseNpgsql(database.ConnectionString));
    }
}
