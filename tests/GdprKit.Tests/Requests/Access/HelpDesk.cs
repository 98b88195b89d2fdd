using System.Runtime.CompilerServices;
using System.Text;
using static GdprKit.ShopKeys;

namespace GdprKit.Requests;

/// <summary>Another system that can be asked, and may be down, also half-way.</summary>
internal sealed class HelpDesk : IPersonalDataSource
{
    public string Name => "HelpDesk";

    public LocalizedText Label => LocalizedText.Of("helpdesk", "help desk");

    public List<SourceRecord> Records { get; } = [];

    public List<SourceFile> Files { get; } = [];

    public Exception? Fault { get; set; }

    public static SourceFile Scan(string text) => new("scan of a letter", Purchases, "txt", _ => new(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    public async IAsyncEnumerable<SourceRecord> ReadRecordsAsync(SubjectId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var record in person.Key[0] == "1" ? Records : [])
        {
            await Task.Yield();
            yield return record;
        }

        if (Fault is not null)
        {
            throw Fault;
        }
    }

    public IAsyncEnumerable<SourceFile> ReadFilesAsync(SubjectId person, CancellationToken cancellationToken) => (person.Key[0] == "1" ? Files : []).ToAsyncEnumerable();
}
