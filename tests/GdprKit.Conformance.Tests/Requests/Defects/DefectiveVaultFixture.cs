using System.Collections.Concurrent;
using GdprKit.Ledger;
using GdprKit.Requests;
using NodaTime;

namespace GdprKit.Conformance.Requests;

/// <summary>A fixture of a vault with one defect.</summary>
internal sealed class DefectiveVaultFixture(Func<DefectiveVault, DefectiveVault> defect) : ExportVaultFixture
{
    private readonly ConcurrentDictionary<EntryId, (byte[] Content, Instant Until)> _files = [];

    public override ValueTask<IExportVault> OpenAsync(CancellationToken cancellationToken) => new(defect(new DefectiveVault(_files)));
}
