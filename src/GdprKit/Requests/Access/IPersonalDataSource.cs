namespace GdprKit.Requests;

/// <summary>
/// Something else that holds data of people, and that the program can ask: files on a disk, a help desk, a mailing service. Implement it so that what it holds is part of every export; add it with
/// <c>gdpr.AddPersonalDataSource&lt;T&gt;()</c>.
/// </summary>
/// <remarks>
/// It hands out what is about this person and nobody else, everything of it, one after another, and nothing of a person whom it does not know. It throws when it cannot tell: then no export is made,
/// because one without it would be incomplete. Its exceptions hold no value and no key of a person. It is registered as a singleton and used by several threads.
/// </remarks>
public interface IPersonalDataSource
{
    /// <summary>What it is called in messages: <c>HelpDesk</c>. Another one than that of any other source.</summary>
    string Name { get; }

    /// <summary>What people call it, in the languages of the register: "helpdesk".</summary>
    LocalizedText Label { get; }

    /// <summary>Reads what is held about a person as records.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    IAsyncEnumerable<SourceRecord> ReadRecordsAsync(SubjectId person, CancellationToken cancellationToken);

    /// <summary>Reads what is held about a person as files.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>The files; none, if it is not implemented.</returns>
    IAsyncEnumerable<SourceFile> ReadFilesAsync(SubjectId person, CancellationToken cancellationToken) => AsyncEnumerable.Empty<SourceFile>();
}
