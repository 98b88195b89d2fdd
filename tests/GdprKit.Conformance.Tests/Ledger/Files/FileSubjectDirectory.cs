using System.Text.Json;
using GdprKit.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.Conformance.Files;

/// <summary>
/// Links in a folder, written from the documentation of <see cref="ISubjectDirectory"/>: <c>people/DIGEST</c> and <c>refs/REF</c>. A key is
/// never part of a file name.
/// </summary>
internal sealed class FileSubjectDirectory(FileLedger ledger) : ISubjectDirectory
{
    public async ValueTask<ValueList<SubjectLink>> LinkAsync(ValueList<SubjectId> subjects, Instant now, CancellationToken cancellationToken) =>
        await ledger.WriteAsync(view => subjects.Select(subject => Find(view, subject) ?? Add(view, new SubjectLink(subject, SubjectRef.New(), now))).ToValueList(), cancellationToken);

    public async ValueTask<ValueList<SubjectLink>> FindBySubjectAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken) =>
        await ledger.LookAsync(view => subjects.Distinct().Select(subject => Find(view, subject)).OfType<SubjectLink>().ToValueList(), cancellationToken);

    public async ValueTask<ValueList<SubjectLink>> FindByRefAsync(ValueList<SubjectRef> refs, CancellationToken cancellationToken) =>
        await ledger.LookAsync(view => refs.Distinct().Select(subject => view.Read(PathOf(subject))).OfType<byte[]>().Select(Read).ToValueList(), cancellationToken);

    public async ValueTask<ValueList<SubjectLink>> UnlinkAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken) =>
        await ledger.WriteAsync(
            view =>
            {
                var links = subjects.Distinct().Select(subject => Find(view, subject)).OfType<SubjectLink>().ToValueList();
                foreach (var link in links)
                {
                    view.Delete(PathOf(link.Subject));
                    view.Delete(PathOf(link.Ref));
                }

                return links;
            },
            cancellationToken);

    public async ValueTask<ValueList<SubjectLink>> RelinkAsync(ValueList<SubjectLink> links, CancellationToken cancellationToken) =>
        await ledger.WriteAsync(
            view =>
            {
                foreach (var link in links.Where(link => Find(view, link.Subject) is null && view.Read(PathOf(link.Ref)) is null).ToList())
                {
                    Add(view, link);
                }

                return links.Select(link => link.Subject).Distinct().Select(subject => Find(view, subject)).OfType<SubjectLink>().ToValueList();
            },
            cancellationToken);

    private static SubjectLink? Find(FolderView view, SubjectId subject) => view.Read(PathOf(subject)) is { } bytes ? Read(bytes) : null;

    private static SubjectLink Add(FolderView view, SubjectLink link)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new LinkLine(link.Subject.Kind.ToString(), [.. link.Subject.Key], link.Ref.ToString(), LedgerTime.ToMicroseconds(link.LinkedAt)));
        view.Write(PathOf(link.Subject), bytes);
        view.Write(PathOf(link.Ref), bytes);
        return link;
    }

    private static SubjectLink Read(byte[] bytes)
    {
        var line = JsonSerializer.Deserialize<LinkLine>(bytes)!;
        return new SubjectLink(SubjectId.Of(Key<SubjectKind>.Parse(line.Kind), line.Key), SubjectRef.Parse(line.Ref), LedgerTime.FromMicroseconds(line.LinkedAt));
    }

    private static string PathOf(SubjectRef subject) => $"refs/{subject}";

    private static string PathOf(SubjectId subject) => $"people/{Digest.Of(JsonSerializer.SerializeToUtf8Bytes<string[]>([subject.Kind.ToString(), .. subject.Key]))}";

    private sealed record LinkLine(string Kind, string[] Key, string Ref, long LinkedAt);
}
