using GdprKit.Mapping;

namespace GdprKit.Requests;

/// <summary>What an export is made of.</summary>
internal sealed record ExportSurroundings(DataRetention Retention, IReadOnlyList<IPersonalDataSource> Sources, NoticeOptions Notice, PersonHistory? History)
{
    public PersonalDataMap Map => Retention.Map;

    public IEnumerable<IPersonalDataStore> Stores => Retention.Stores.OrderBy(store => store.Describe(CancellationToken.None).Name, StringComparer.Ordinal);
}
