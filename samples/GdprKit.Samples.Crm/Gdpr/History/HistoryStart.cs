using GdprKit.Samples.Crm.Data;

namespace GdprKit.Samples.Crm.Gdpr.History;

/// <summary>What the ledger has to know before the first page is shown: who is in the database already, by which register the shop works, and the keys.</summary>
public sealed class HistoryStart(CrmDbContext db, ProcessingRegister register, SubjectLinking linking, KeyRingFile keys, CheckpointKeyFile checkpoints)
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await linking.LinkAllAsync(cancellationToken: cancellationToken);
        await db.Gdpr().Streams.AppendAsync<RegisterHistory>(
            RegisterHistory.Stream,
            about: null,
            state => state.Register == register.Hash ? [] : [RegisterHistory.Used.Draft(new RegisterUsed(register.Hash))],
            cancellationToken);
        await keys.PrepareAsync(db, cancellationToken);
        await checkpoints.PrepareAsync(cancellationToken);
    }
}
