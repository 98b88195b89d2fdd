using GdprKit.Mapping;

namespace GdprKit.Conformance.Mapping;

/// <summary>What advisors about indexes get wrong.</summary>
internal static class IndexDefects
{
    internal sealed class AdvisesForEver(ListedStore sound) : DefectiveAdvisor(sound)
    {
        private ValueList<MissingIndex>? _first;

        public override async ValueTask<ValueList<MissingIndex>?> FindMissingIndexesAsync(StoreEntity entity, ValueList<RowRequest> requests, CancellationToken cancellationToken) =>
            _first ??= await Sound.FindMissingIndexesAsync(entity, requests, cancellationToken);
    }

    internal sealed class WantsTheVeryIndex(ListedStore sound) : DefectiveAdvisor(sound)
    {
        public override async ValueTask<ValueList<MissingIndex>?> FindMissingIndexesAsync(StoreEntity entity, ValueList<RowRequest> requests, CancellationToken cancellationToken)
        {
            var others = Sound.Indexes.Where(index => index.Columns.Count > 1).ToList();
            var fewer = new ListedStore(Sound.Describe(cancellationToken), Sound.Queue);
            foreach (var index in Sound.Indexes.Except(others))
            {
                fewer.Indexes.Enqueue(index);
            }

            return await fewer.FindMissingIndexesAsync(entity, requests, cancellationToken);
        }
    }

    internal sealed class LooksAtNoSize(ListedStore sound) : DefectiveAdvisor(sound)
    {
        public override ValueTask<ValueList<MissingIndex>?> FindMissingIndexesAsync(StoreEntity entity, ValueList<RowRequest> requests, CancellationToken cancellationToken) =>
            Sound.FindMissingIndexesAsync(entity, requests, worth: 1, cancellationToken);
    }

    internal sealed class FollowsItsOwnAdvice(ListedStore sound) : DefectiveAdvisor(sound)
    {
        public override async ValueTask<ValueList<MissingIndex>?> FindMissingIndexesAsync(StoreEntity entity, ValueList<RowRequest> requests, CancellationToken cancellationToken)
        {
            var missing = await Sound.FindMissingIndexesAsync(entity, requests, cancellationToken);
            foreach (var index in missing ?? [])
            {
                Sound.Indexes.Enqueue(new StoredIndex(index.Table, index.Columns));
            }

            return missing;
        }
    }

    internal sealed class JudgesWhatItDoesNotKnow(ListedStore sound) : DefectiveAdvisor(sound)
    {
        public override ValueTask<ValueList<MissingIndex>?> FindMissingIndexesAsync(StoreEntity entity, ValueList<RowRequest> requests, CancellationToken cancellationToken) =>
            Sound.Describe(cancellationToken).Entities.Any(known => known.Name == entity.Description.Name) ? Sound.FindMissingIndexesAsync(entity, requests, cancellationToken) : new([]);
    }

    internal sealed class CannotBeStopped(ListedStore sound) : DefectiveAdvisor(sound)
    {
        public override ValueTask<ValueList<MissingIndex>?> FindMissingIndexesAsync(StoreEntity entity, ValueList<RowRequest> requests, CancellationToken cancellationToken) =>
            Sound.FindMissingIndexesAsync(entity, requests, CancellationToken.None);
    }

    internal abstract class DefectiveAdvisor(ListedStore sound) : DefectiveStore(sound), IIndexAdvisor
    {
        public abstract ValueTask<ValueList<MissingIndex>?> FindMissingIndexesAsync(StoreEntity entity, ValueList<RowRequest> requests, CancellationToken cancellationToken);
    }
}
