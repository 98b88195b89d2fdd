using System.Runtime.CompilerServices;
using GdprKit.Requests;

namespace GdprKit.Conformance.Requests;

/// <summary>A source over a place, which can get one thing wrong.</summary>
internal sealed record DefectiveSource(Place Place) : IPersonalDataSource
{
    public Func<SubjectId, SubjectId, bool> IsMeant { get; init; } = (person, other) => person == other;

    public Func<IEnumerable<string>, IEnumerable<string>> Texts { get; init; } = texts => texts;

    public Func<byte[], byte[]> File { get; init; } = file => file;

    public bool IsHelpful { get; init; }

    public bool IsTalkative { get; init; }

    public bool CannotBeStopped { get; init; }

    public Key<DataCategory> Category { get; init; } = DomainKeys.Contact;

    public string Name => "Place";

    public LocalizedText Label { get; } = LocalizedText.Of(nl: "plek", en: "place");

    public async IAsyncEnumerable<SourceRecord> ReadRecordsAsync(SubjectId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var text in Texts(Read(person)))
        {
            if (!CannotBeStopped)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            yield return new SourceRecord("thing", [new SourceField("text", Category, text)]);
        }

        if (IsHelpful)
        {
            yield return new SourceRecord("search", [new SourceField("result", Category, "Nothing was found.")]);
        }
    }

    public async IAsyncEnumerable<SourceFile> ReadFilesAsync(SubjectId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var file in Place.Files(other => IsMeant(person, other)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new SourceFile("file", Category, "bin", _ => new(new MemoryStream(File(file))));
        }
    }

    private IEnumerable<string> Read(SubjectId person)
    {
        try
        {
            return [.. Place.Texts(other => IsMeant(person, other))];
        }
        catch (IOException fault) when (IsTalkative)
        {
            throw new IOException($"Nothing could be read of {person.Key[0]}.", fault);
        }
    }
}
