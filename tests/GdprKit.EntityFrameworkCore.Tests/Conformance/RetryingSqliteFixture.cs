using GdprKit.EntityFrameworkCore.Ledger;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GdprKit.EntityFrameworkCore.Conformance;

/// <summary>A host that tries again what failed.</summary>
public sealed class RetryingSqliteFixture : SqliteFixture
{
    protected override void Configure(SqliteDbContextOptionsBuilder options) => options.ExecutionStrategy(dependencies => new RetryOnTransient(dependencies));
}
