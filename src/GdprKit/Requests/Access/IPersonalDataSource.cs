namespace GdprKit.Requests;

/// <summary>
/// Something else that holds data of people, and that the program can ask: files on a disk, a help desk, a mailing service. Implement it so that what it holds is part of every export; add it with
/// <c>gdpr.AddPersonalDataSource&lt;T&gt;()</c>.
/// </summary>
/// <remarks>
/// <para>It is registered as a singleton and used by several threads. The package <c>GdprKit.Conformance</c> has a test of each promise, under the name given here.</para>
/// <list type="bullet">
/// <item><description><c>Hands_out_everything_about_the_person</c>: one after another, each once.</description></item>
/// <item><description><c>Hands_out_files_whole</c>: where it has any.</description></item>
/// <item><description><c>Hands_out_nothing_of_anybody_else</c>: keys are compared ordinally, and one key of two kinds is two people.</description></item>
/// <item><description><c>Hands_out_nothing_of_somebody_unknown</c>: and that is no fault.</description></item>
/// <item><description><c>Names_what_it_hands_out</c>: records and fields have names, and fields a category that the register declares.</description></item>
/// <item><description><c>Stops_reading_when_cancelled</c>: with an <see cref="OperationCanceledException"/>.</description></item>
/// <item><description>
/// <c>Throws_when_it_cannot_tell</c>: then no export is made, because one without it would be incomplete. Its exceptions hold no value and no key of a person.
/// </description></item>
/// </list>
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
