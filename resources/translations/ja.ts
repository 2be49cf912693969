<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AnswersTab</name>
    <message>
        <source>What is asked</source>
        <translation>請求の内容</translation>
    </message>
    <message>
        <source>What we hold about this customer</source>
        <translation>この顧客について保有しているもの</translation>
    </message>
    <message>
        <source>Nothing is asked yet</source>
        <translation>請求の内容が未入力です</translation>
    </message>
    <message>
        <source>Enter what is asked; each thing gets its answer.</source>
        <translation>請求の内容を 1 件ずつ入力してください。それぞれに回答します。</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>表示するものがありません</translation>
    </message>
    <message>
        <source>What we hold shows when the customer is linked.</source>
        <translation>顧客を特定すると、保有しているものが表示されます。</translation>
    </message>
</context>
<context>
    <name>ApprovalDialog</name>
    <message>
        <source>These decisions are told only after a second person has approved them.</source>
        <translation>次の決定は、もう一人の承認を受けてから通知します。</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>承認を求める</translation>
    </message>
    <message>
        <source>A manager approves later; it stands under Today</source>
        <translation>管理者が後で承認する（「今日」に表示されます）</translation>
    </message>
    <message>
        <source>A manager is here beside me</source>
        <translation>管理者がこの場で承認する</translation>
    </message>
</context>
<context>
    <name>ApproveDialog</name>
    <message>
        <source>Once approved, these decisions are carried out and told to the requester.</source>
        <translation>承認すると、決定を実施し、請求者に通知できるようになります。</translation>
    </message>
    <message>
        <source>Approve these decisions?</source>
        <translation>この決定を承認しますか</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認する</translation>
    </message>
    <message>
        <source>Item {number}</source>
        <translation>請求項目 {number}</translation>
    </message>
    <message>
        <source>Read the letter: {name}</source>
        <translation>文書を確認する：{name}</translation>
    </message>
    <message>
        <source>Send the decisions back</source>
        <translation>決定を差し戻す</translation>
    </message>
    <message>
        <source>Decision: {decision}</source>
        <translation>決定：{decision}</translation>
    </message>
    <message>
        <source>Ground: {ground}</source>
        <translation>根拠：{ground}</translation>
    </message>
    <message>
        <source>Reason: {facts}</source>
        <translation>理由：{facts}</translation>
    </message>
    <message>
        <source>Kept until {day}</source>
        <translation>{day} まで保存</translation>
    </message>
</context>
<context>
    <name>ApproverDialog</name>
    <message>
        <source>A second manager reads this and enters his own login and password. The log names both.</source>
        <translation>もう一人の管理者が内容を確認し、ご自身のログイン名とパスワードを入力してください。操作記録には二人の名前が残ります。</translation>
    </message>
    <message>
        <source>Approval by a second person</source>
        <translation>もう一人による承認</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認する</translation>
    </message>
    <message>
        <source>Login of the second manager</source>
        <translation>承認する管理者のログイン名</translation>
    </message>
    <message>
        <source>His password</source>
        <translation>承認する管理者のパスワード</translation>
    </message>
</context>
<context>
    <name>AttachmentLine</name>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>Save the attachment {name}</source>
        <translation>添付ファイル {name} を保存する</translation>
    </message>
    <message>
        <source>Save the attachment</source>
        <translation>添付ファイルを保存する</translation>
    </message>
</context>
<context>
    <name>Attempts</name>
    <message>
        <source>Uses that a suspension or an opt-out refused: single ones, and lists that left customers out, of the last twelve months.</source>
        <translation>利用停止又は配信停止により拒まれた利用です。過去 12 か月の個別の利用と、顧客を除いた一覧等を数えます。</translation>
    </message>
    <message>
        <source>Attempts by month, purpose and user</source>
        <translation>月・利用目的・利用者ごとの試み</translation>
    </message>
    <message>
        <source>Exemptions in force</source>
        <translation>有効な例外利用</translation>
    </message>
    <message>
        <source>Show in the log</source>
        <translation>操作記録で見る</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>顧客を開く</translation>
    </message>
    <message>
        <source>No attempts</source>
        <translation>試みはありません</translation>
    </message>
    <message>
        <source>No use was refused, and no list left anybody out, in twelve months.</source>
        <translation>過去 12 か月に、拒まれた利用も、顧客を除いた一覧等もありません。</translation>
    </message>
    <message>
        <source>No exemptions</source>
        <translation>例外利用はありません</translation>
    </message>
    <message>
        <source>They are asked for in a customer&apos;s record under Purposes, and signed by a second person.</source>
        <translation>顧客情報の「利用目的」で申請し、もう一人の管理者が承認します。</translation>
    </message>
</context>
<context>
    <name>BackupPlaces</name>
    <message>
        <source>A place for backups</source>
        <translation>バックアップ先の選択</translation>
    </message>
    <message>
        <source>Places for backups</source>
        <translation>バックアップ先</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>今すぐバックアップ</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation>バックアップ先を追加</translation>
    </message>
    <message>
        <source>Remove the place</source>
        <translation>バックアップ先から外す</translation>
    </message>
    <message>
        <source>When backups are made</source>
        <translation>バックアップの時期</translation>
    </message>
    <message>
        <source>No place for backups yet</source>
        <translation>バックアップ先が未設定です</translation>
    </message>
    <message>
        <source>Best a USB disk or another PC: what lies on this PC&apos;s own disk is lost with it.</source>
        <translation>USB ディスクや別の PC をお勧めします。この PC のディスクに置くと、故障や紛失のときに一緒に失われます。</translation>
    </message>
    <message>
        <source>When locked, at most hourly</source>
        <translation>ロック時（1 時間に 1 回まで）</translation>
    </message>
    <message>
        <source>Daily while it is open</source>
        <translation>開いている間に 1 日 1 回</translation>
    </message>
    <message>
        <source>By hand only</source>
        <translation>手動のみ</translation>
    </message>
    <message>
        <source>Daily ones kept</source>
        <translation>残す数（日ごと）</translation>
    </message>
    <message>
        <source>of the last {count} days</source>
        <translation>{count} 日分</translation>
    </message>
    <message>
        <source>Monthly ones kept</source>
        <translation>残す数（月ごと）</translation>
    </message>
    <message>
        <source>of the last {count} months</source>
        <translation>{count} か月分</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Encrypted copies that open with the password of a manager or the recovery sheet of their day. Use two media in turn, and keep one away from the PC.</source>
        <translation>暗号化された複製です。作成日当時の管理者のパスワードか復旧シートで開けます。媒体を 2 つ用意して交互に使い、片方は PC から離して保管してください。</translation>
    </message>
</context>
<context>
    <name>BankField</name>
    <message>
        <source>Bank {bank}, branch {branch}, {type}, number {number}</source>
        <translation>銀行 {bank}・支店 {branch}・{type}・口座番号 {number}</translation>
    </message>
</context>
<context>
    <name>BarCard</name>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷する</translation>
    </message>
</context>
<context>
    <name>BarChart</name>
    <message>
        <source>{month}, {series}: {value} of {total}</source>
        <translation>{month}・{series}：{total} 件のうち {value} 件</translation>
    </message>
</context>
<context>
    <name>BriefClock</name>
    <message>
        <source>Why this date?</source>
        <translation>この日付の理由</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>The program made a mistake</source>
        <translation>プログラムに異常が発生しました</translation>
    </message>
    <message>
        <source>Everything that was saved is safe. The desk is locked now; unlock it and go on. The report below says where in the program it happened and nothing of your customers: please give it to whoever looks after this PC.</source>
        <translation>保存済みの内容は無事です。保管庫をロックしますので、ロックを解除して続けてください。下の報告には異常の起きた箇所だけを記載し、顧客の情報は含まれません。この PC の管理を担当する方にお渡しください。</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>保管庫をロックする</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
</context>
<context>
    <name>CardChoice</name>
    <message>
        <source>One column has full card numbers.</source>
        <translation>カード番号の全桁が入った列があります。</translation>
    </message>
    <message>
        <source>Keep only brand, last four digits and expiry (recommended)</source>
        <translation>ブランド、下 4 桁、有効期限だけを保存する（推奨）</translation>
    </message>
    <message>
        <source>Keep the whole numbers, sealed</source>
        <translation>全桁を暗号化して保存する</translation>
    </message>
    <message>
        <source>Keep the whole numbers (a manager has to allow it for the office)</source>
        <translation>全桁を保存する（管理者が設定で許可した場合に限ります）</translation>
    </message>
</context>
<context>
    <name>CaseActs</name>
    <message>
        <source>Add a note</source>
        <translation>メモを追加する</translation>
    </message>
    <message>
        <source>Change the notes on the case</source>
        <translation>備考を編集する</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>担当者を変更する</translation>
    </message>
    <message>
        <source>Change the customer</source>
        <translation>顧客を変更する</translation>
    </message>
    <message>
        <source>Change the parties</source>
        <translation>当事者の氏名・連絡先を変更する</translation>
    </message>
    <message>
        <source>Change what is asked</source>
        <translation>請求の内容を変更する</translation>
    </message>
    <message>
        <source>Settle the papers</source>
        <translation>必要な書類を決める</translation>
    </message>
    <message>
        <source>Acknowledged without a letter</source>
        <translation>文書によらない受付通知を記録する</translation>
    </message>
    <message>
        <source>Stop the deadline</source>
        <translation>期限の進行を停止する</translation>
    </message>
    <message>
        <source>Let the deadline run again</source>
        <translation>期限の進行を再開する</translation>
    </message>
    <message>
        <source>Extend the deadline</source>
        <translation>期限を延長する</translation>
    </message>
    <message>
        <source>Send the decisions back</source>
        <translation>決定を差し戻す</translation>
    </message>
    <message>
        <source>Withdrawn by the requester</source>
        <translation>請求者による取下げを記録する</translation>
    </message>
    <message>
        <source>Close in another way</source>
        <translation>ほかの理由で終結する</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>再開する</translation>
    </message>
</context>
<context>
    <name>CaseClocks</name>
    <message>
        <source>Policy deadline</source>
        <translation>対応期限</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>対応期限</translation>
    </message>
    <message>
        <source>Internal target</source>
        <translation>社内目標日</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>社内目標日</translation>
    </message>
    <message>
        <source>Day 14 (suit possible)</source>
        <translation>14 日目（訴え可能日）</translation>
    </message>
    <message>
        <source>Day 14</source>
        <translation>14 日目</translation>
    </message>
    <message>
        <source>None of what is asked can be sued for under Article 39.</source>
        <translation>法第39条の訴えの対象となる請求はありません。</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>到来</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終結</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Why this date?</source>
        <translation>この日付の理由</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>More that can be done</source>
        <translation>その他の操作</translation>
    </message>
    <message>
        <source>customer not known yet</source>
        <translation>顧客は未特定</translation>
    </message>
    <message>
        <source>{channel} on {day}</source>
        <translation>{day} {channel}</translation>
    </message>
    <message>
        <source>owner {name}</source>
        <translation>担当 {name}</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>担当者未定</translation>
    </message>
    <message>
        <source>Hand the request over</source>
        <translation>担当者の変更</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Answers</source>
        <translation>回答表</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>本人確認</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>実施</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>History</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Parts of the case</source>
        <translation>請求の各面</translation>
    </message>
</context>
<context>
    <name>ChangePeriod</name>
    <message>
        <source>“{rule}” – {basis}. Earlier versions stay readable; from its day on the new one applies to all.</source>
        <translation>「{rule}」（{basis}）。これまでの版も引き続き確認できます。新しい版は、適用開始日からすべてに適用します。</translation>
    </message>
    <message>
        <source>Change the period</source>
        <translation>保存期間を変更する</translation>
    </message>
    <message>
        <source>Enter the new version</source>
        <translation>新しい版を登録する</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>か月</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>適用開始日</translation>
    </message>
    <message>
        <source>Today or later.</source>
        <translation>今日以降の日</translation>
    </message>
    <message>
        <source>Counting what would change…</source>
        <translation>変わる件数を数えています…</translation>
    </message>
</context>
<context>
    <name>CheckForm</name>
    <message>
        <source>Came by</source>
        <translation>受付の方法</translation>
    </message>
    <message>
        <source>Shown by</source>
        <translation>確認の方法</translation>
    </message>
    <message>
        <source>Checked on</source>
        <translation>確認した日</translation>
    </message>
    <message>
        <source>Registered facts that matched (only their names are kept)</source>
        <translation>一致した登録事項（事項名だけを保存します）</translation>
    </message>
    <message>
        <source>For example: called 03-1234-…89 at 14:20; time of the login</source>
        <translation>例：14:20 に 03-1234-…89 へ電話、ログインの日時</translation>
    </message>
    <message>
        <source>How the contact on file was used</source>
        <translation>登録済みの連絡先での確認のしかた</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Record the check</source>
        <translation>本人確認を記録する</translation>
    </message>
    <message>
        <source>It does not suffice</source>
        <translation>確認できないとする</translation>
    </message>
    <message>
        <source>Enough to show who asks, and by what right.</source>
        <translation>請求者が誰であるか、請求できる立場であるかを確認できます。</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>What would happen</source>
        <translation>取込みの見込み</translation>
    </message>
    <message>
        <source>Nothing was written yet. A field that cannot be read keeps its text with a warning; a row that cannot be a customer waits until somebody looks at it. The import can be undone.</source>
        <translation>まだ何も保存していません。読めない項目は、元の文字のまま警告を付けて残します。顧客として登録できない行は、担当者が確認するまで確認待ちになります。取込みは後から取り消せます。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Keep {count} rows to look at</source>
        <translation>{count} 行を確認待ちとして残す</translation>
    </message>
    <message>
        <source>Import {count} rows</source>
        <translation>{count} 行を取り込む</translation>
    </message>
    <message>
        <source>rows in the file</source>
        <translation>ファイルの行数</translation>
    </message>
    <message>
        <source>can be imported</source>
        <translation>取り込める行</translation>
    </message>
    <message>
        <source>of them with a warning</source>
        <translation>うち警告あり</translation>
    </message>
    <message>
        <source>wait for somebody</source>
        <translation>確認待ちになる行</translation>
    </message>
    <message>
        <source>Checking every row</source>
        <translation>すべての行を確認しています</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止する</translation>
    </message>
    <message>
        <source>Rows with a problem</source>
        <translation>問題のある行</translation>
    </message>
    <message>
        <source>Save this table…</source>
        <translation>この表を保存する…</translation>
    </message>
    <message>
        <source>Not every row was checked</source>
        <translation>すべての行を確認できていません</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>もう一度確認する</translation>
    </message>
    <message>
        <source>{done} of {total} rows</source>
        <translation>{total} 行中 {done} 行</translation>
    </message>
    <message>
        <source>Checking every row…</source>
        <translation>すべての行を確認しています…</translation>
    </message>
    <message>
        <source>No row has a problem</source>
        <translation>問題のある行はありません</translation>
    </message>
    <message>
        <source>Save this table</source>
        <translation>この表を保存する</translation>
    </message>
</context>
<context>
    <name>ChooseCustomer</name>
    <message>
        <source>Choose the customer in the list first.</source>
        <translation>先に、一覧から顧客を選んでください。</translation>
    </message>
    <message>
        <source>Shows who opened, changed or used this customer&apos;s record.</source>
        <translation>この顧客の記録を、誰がいつ開き、変更し、利用したかを表示します。</translation>
    </message>
    <message>
        <source>Who looked at whom?</source>
        <translation>どの顧客の閲覧記録を見ますか？</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示する</translation>
    </message>
</context>
<context>
    <name>ClockBand</name>
    <message>
        <source>This PC&apos;s clock is behind the last work here ({when}); retention goes by the later day. If the clock is wrong, set it right. If it is right now, and was wrong then, say so here.</source>
        <translation>この PC の時計が、ここでの最後の操作（{when}）より前を指しています。保存期間は遅いほうの日付で数えています。時計が誤っているときは、合わせてください。今の時計が正しく、以前の時計が誤っていたときは、ここで確定してください。</translation>
    </message>
    <message>
        <source>The clock is right now</source>
        <translation>今の時計が正しい</translation>
    </message>
</context>
<context>
    <name>ClockCard</name>
    <message>
        <source>Why this date?</source>
        <translation>この日付の理由</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>An answered case closes only when every item is decided, approved, carried out and told.</source>
        <translation>「回答済」で終結できるのは、すべての請求項目について決定、承認、実施及び通知が済んだ場合に限ります。</translation>
    </message>
    <message>
        <source>Close the request</source>
        <translation>請求を終結する</translation>
    </message>
    <message>
        <source>How it ends</source>
        <translation>終結の区分</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What it became</source>
        <translation>変更後の手続</translation>
    </message>
    <message>
        <source>For example: an ordinary inquiry</source>
        <translation>例：通常のお問い合わせ</translation>
    </message>
</context>
<context>
    <name>ClosingDays</name>
    <message>
        <source>Weekends and public holidays are known. Your own closing days make deadlines right.</source>
        <translation>土日と祝日は登録済みです。事業所独自の休業日を登録すると、期限が正しく計算されます。</translation>
    </message>
    <message>
        <source>Closing days</source>
        <translation>休業日</translation>
    </message>
    <message>
        <source>The last day must follow the first within 60 days.</source>
        <translation>終了日は、開始日から 60 日以内の日にしてください。</translation>
    </message>
    <message>
        <source>No closing days yet</source>
        <translation>休業日の登録はありません</translation>
    </message>
    <message>
        <source>For example the days around New Year or in August.</source>
        <translation>例：年末年始、夏季休業</translation>
    </message>
    <message>
        <source>Closed on, or from</source>
        <translation>休業日（又は開始日）</translation>
    </message>
    <message>
        <source>To (for several days)</source>
        <translation>終了日（連続する場合）</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加する</translation>
    </message>
    <message>
        <source>Take the selected days off the list</source>
        <translation>選択した日を一覧から外す</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>Columns as designed</source>
        <translation>列を初期状態に戻す</translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message>
        <source>Compare with paper</source>
        <translation>印刷物との照合</translation>
    </message>
    <message>
        <source>Type the code from a monthly report. Only paper, or another medium, can tell that the newest part of the log was cut off or an older copy put in its place.</source>
        <translation>月次報告にある照合コードを入力してください。末尾が切り取られたり、古い複製に置き換えられたりしたことは、紙や別の媒体との照合でしか分かりません。</translation>
    </message>
    <message>
        <source>Code on the paper</source>
        <translation>紙の照合コード</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>照合する</translation>
    </message>
    <message>
        <source>The code now: {code}</source>
        <translation>現在の照合コード：{code}</translation>
    </message>
    <message>
        <source>Group {group}: “{sign}” occurs in no code. There are only 0 to 9 and A to F.</source>
        <translation>{group} 組目：「{sign}」は照合コードに使われません。使われるのは数字と一部の英字だけです。</translation>
    </message>
    <message>
        <source>Group {group} has {length} signs instead of 4.</source>
        <translation>{group} 組目は 4 文字ですが、{length} 文字入力されています。</translation>
    </message>
    <message>
        <source>Only group {groups} differs: read it once more, it may be a slip of typing.</source>
        <translation>{groups} 組目だけが一致しません。入力の誤りかもしれないので、もう一度お確かめください。</translation>
    </message>
    <message>
        <source>Read the number before the dot once more: if it is misread, nothing else can fit.</source>
        <translation>先頭の番号をもう一度お確かめください。番号を読み違えると、ほかの組も一致しません。</translation>
    </message>
</context>
<context>
    <name>Confirming</name>
    <message>
        <source>Your own password is wrong.</source>
        <translation>ご自身のパスワードが正しくありません。</translation>
    </message>
    <message>
        <source>Your own password</source>
        <translation>ご自身のパスワード</translation>
    </message>
    <message>
        <source>Asked once more, because this changes who may open.</source>
        <translation>誰が開けるかを変える操作のため、もう一度確認します。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Somebody else changed this record meanwhile</source>
        <translation>ほかの利用者が、この記録を変更しました</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Choose which value each field shall have.</source>
        <translation>上書きはしていません。項目ごとに、どちらの値にするかを選んでください。</translation>
    </message>
    <message>
        <source>Save the chosen values</source>
        <translation>選んだ値で保存する</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>自分の入力</translation>
    </message>
    <message>
        <source>Saved meanwhile</source>
        <translation>保存されている内容</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Compare both and choose; Cancel goes back to your entry.</source>
        <translation>上書きはしていません。両方を見比べて選んでください。「キャンセル」で入力に戻ります。</translation>
    </message>
    <message>
        <source>This was changed meanwhile</source>
        <translation>ほかの利用者が変更しました</translation>
    </message>
    <message>
        <source>Save mine</source>
        <translation>自分の入力を保存する</translation>
    </message>
    <message>
        <source>Take what was saved</source>
        <translation>保存されている内容にする</translation>
    </message>
</context>
<context>
    <name>CopyDialog</name>
    <message>
        <source>A copy of the folder or of a backup that you put elsewhere yourself. It holds customers&apos; data.</source>
        <translation>保管庫のフォルダーやバックアップを、ご自身で別の場所に複製したものです。顧客のデータが含まれます。</translation>
    </message>
    <message>
        <source>Enter a copy kept elsewhere</source>
        <translation>別の場所にある複製の登録</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>保管場所</translation>
    </message>
    <message>
        <source>e.g. USB stick in the safe</source>
        <translation>例：金庫の USB メモリー</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>作成日</translation>
    </message>
    <message>
        <source>Destroy by</source>
        <translation>廃棄期限</translation>
    </message>
</context>
<context>
    <name>CopyRegister</name>
    <message>
        <source>“{file}” is deleted at {place}. This cannot be taken back.</source>
        <translation>「{place}」の「{file}」を削除します。元に戻せません。</translation>
    </message>
    <message>
        <source>Delete this copy?</source>
        <translation>この複製を削除しますか？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Register of copies</source>
        <translation>複製の台帳</translation>
    </message>
    <message>
        <source>Test this backup…</source>
        <translation>復元テスト…</translation>
    </message>
    <message>
        <source>Delete its file…</source>
        <translation>ファイルを削除…</translation>
    </message>
    <message>
        <source>Note that it is destroyed</source>
        <translation>廃棄済みと記録</translation>
    </message>
    <message>
        <source>Enter a copy…</source>
        <translation>複製を登録…</translation>
    </message>
    <message>
        <source>Not tested yet, or not for three months: select a backup and test it</source>
        <translation>復元テストがまだか、3 か月以上前です。一つ選んでテストしてください。</translation>
    </message>
    <message>
        <source>No copies yet</source>
        <translation>複製はまだありません</translation>
    </message>
    <message>
        <source>Every backup is entered here by itself.</source>
        <translation>バックアップは自動でここに記録されます。</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>The desk is locked</source>
        <translation>ロックしました</translation>
    </message>
    <message>
        <source>Work that was under way is being finished. After that the desk can be unlocked again.</source>
        <translation>実行中の処理を終わらせています。終わると、ロックを解除できます。</translation>
    </message>
    <message>
        <source>A backup is being made. After that the desk can be unlocked again.</source>
        <translation>バックアップを作成しています。終わると、ロックを解除できます。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Skip the backup</source>
        <translation>バックアップを省く</translation>
    </message>
    <message>
        <source>Stop it and keep nothing</source>
        <translation>中止して元に戻す</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Same person?</source>
        <translation>同一人の確認</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>取込み</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>表を取り込む</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>顧客を登録する</translation>
    </message>
    <message>
        <source>Type any part of a name, kana, number, phone, mail or postal address to find a customer. Up and Down choose, Enter goes into the record. Every opened record is logged. Numbers are shown for a reason and hide again after 30 seconds. A red band says for which purposes the data may not be used. Tables can be dropped here to be imported.</source>
        <translation>氏名、フリガナ、番号、電話番号、メールアドレス又は住所の一部を入力すると、顧客を検索できます。上下キーで選び、Enter キーで顧客情報に移ります。顧客情報を開いたことは、すべて操作記録に残ります。口座番号などは理由を入力すると表示され、30 秒後に隠れます。赤い帯は、データを利用できない利用目的を示します。表のファイルをここにドロップすると取り込めます。</translation>
    </message>
</context>
<context>
    <name>DataMatrix</name>
    <message>
        <source>○ used   × the customer&apos;s data must not be used today   － nothing of the kind is held</source>
        <translation>○ 利用可&#x3000;&#x3000;× 本日は利用不可&#x3000;&#x3000;－ 該当するデータの保有なし</translation>
    </message>
    <message>
        <source>Purposes of use and data</source>
        <translation>利用目的とデータの種類</translation>
    </message>
</context>
<context>
    <name>DeadlineStrip</name>
    <message>
        <source>{day}: {count} due</source>
        <translation>{day}：期限 {count} 件</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>休業日</translation>
    </message>
    <message>
        <source>Nothing falls due.</source>
        <translation>期限の来る請求はありません。</translation>
    </message>
    <message>
        <source>Deadlines by day</source>
        <translation>日ごとの期限</translation>
    </message>
</context>
<context>
    <name>DecisionForm</name>
    <message>
        <source>Choose a decision.</source>
        <translation>決定を選んでください。</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Ground in the law</source>
        <translation>法令上の根拠</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保存期限</translation>
    </message>
    <message>
        <source>Because of the rule</source>
        <translation>保存の根拠となる規則</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Choose a decision</source>
        <translation>決定を選択</translation>
    </message>
    <message>
        <source>Choose a ground</source>
        <translation>根拠を選択</translation>
    </message>
    <message>
        <source>Choose a rule</source>
        <translation>規則を選択</translation>
    </message>
    <message>
        <source>Written into the letter. Replace every ○○ and … with what is true here.</source>
        <translation>文書に記載されます。○○ や … を実際の内容に置き換えてください。</translation>
    </message>
    <message>
        <source>Where we searched</source>
        <translation>調査の範囲</translation>
    </message>
    <message>
        <source>Facts in one sentence</source>
        <translation>理由となる事実</translation>
    </message>
    <message>
        <source>What the letter adds (may stay empty)</source>
        <translation>文書に書き添えること（任意）</translation>
    </message>
    <message>
        <source>Propose the refusal</source>
        <translation>応じない決定を記録する</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>決定を記録する</translation>
    </message>
    <message>
        <source>decided by {name}</source>
        <translation>決定：{name}</translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>approved by the only user of the office</source>
        <translation>唯一の利用者が自ら承認</translation>
    </message>
    <message>
        <source>approved by {name}</source>
        <translation>承認：{name}</translation>
    </message>
    <message>
        <source>carried out on {day}</source>
        <translation>{day} 実施</translation>
    </message>
    <message>
        <source>told on {day}</source>
        <translation>{day} 通知</translation>
    </message>
</context>
<context>
    <name>DeskFolder</name>
    <message>
        <source>Where the encrypted data lie, whether they are sound, and how to take them all with you.</source>
        <translation>暗号化されたデータの保存場所、異常の有無の確認、全データの書出しを扱います。</translation>
    </message>
    <message>
        <source>Looking over every page …</source>
        <translation>全体を点検しています…</translation>
    </message>
    <message>
        <source>Writing everything …</source>
        <translation>書き出しています…</translation>
    </message>
    <message>
        <source>Folder of this desk</source>
        <translation>この保管庫のフォルダー</translation>
    </message>
    <message>
        <source>Backups are made under Backups; do not copy the folder while the desk is open.</source>
        <translation>複製は「バックアップ」で作成してください。開いている間はフォルダーを複製しないでください。</translation>
    </message>
    <message>
        <source>Check the desk</source>
        <translation>保管庫を点検する</translation>
    </message>
    <message>
        <source>Reads every page of the file, the keys and the log. May take a minute.</source>
        <translation>データファイル、鍵及び操作記録をすべて読みます。1 分ほどかかることがあります。</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>すべて書き出す</translation>
    </message>
    <message>
        <source>A ZIP of tables (CSV, JSON), letters (PDF), mails and attachments that any other program can read.</source>
        <translation>表（CSV、JSON）、発送文書（PDF）、受信メール、添付書類をまとめたZIPファイル。ほかのソフトで読めます。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Something is wrong. Make a copy of the folder, then restore the newest backup.</source>
        <translation>異常があります。フォルダーを複製してから、最新のバックアップを復元してください。</translation>
    </message>
    <message>
        <source>File, keys and log are sound.</source>
        <translation>データファイル、鍵、操作記録のいずれにも異常はありません。</translation>
    </message>
    <message>
        <source>Everything is in {file}.</source>
        <translation>{file} にすべて書き出しました。</translation>
    </message>
</context>
<context>
    <name>DeskKeys</name>
    <message>
        <source>Replace the recovery sheet</source>
        <translation>復旧シートを差し替える</translation>
    </message>
    <message>
        <source>When the old one was lost or seen. It then opens nothing any more.</source>
        <translation>古いシートをなくしたとき、人に見られたとき。差し替え後、古いシートでは開けなくなります。</translation>
    </message>
    <message>
        <source>Rotate the keys now</source>
        <translation>鍵を今すぐ更新する</translation>
    </message>
    <message>
        <source>Once a year, and after a password was changed that may have become known.</source>
        <translation>年に一度、及び知られたおそれのあるパスワードを変更した後に行います。</translation>
    </message>
</context>
<context>
    <name>DeskPicker</name>
    <message>
        <source>Take {name} off this list; the folder stays</source>
        <translation>{name} をこの一覧から外す（フォルダーは残ります）</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Choose a customer</source>
        <translation>顧客を選んでください</translation>
    </message>
    <message>
        <source>Who looked at a customer stands in the log: choose the customer there.</source>
        <translation>顧客の情報を誰が見たかは、操作記録で顧客を選ぶと確認できます。</translation>
    </message>
    <message>
        <source>Your role opens no records</source>
        <translation>この役割では顧客情報を開けません</translation>
    </message>
    <message>
        <source>The record stands here with its numbers, purposes, requests and periods. Opening it is logged.</source>
        <translation>ここに、選んだ顧客の口座・カード等、利用目的、請求、保存期間を表示します。開いたことは操作記録に残ります。</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>DisableDialog</name>
    <message>
        <source>The desk is put under new keys in the same step, which may take minutes. The name stays, because the log refers to it.</source>
        <translation>同時に保管庫の鍵を更新します。数分かかることがあります。操作記録が参照するため、氏名は残ります。</translation>
    </message>
    <message>
        <source>Backups made until now still open with a manager&apos;s old password: destroy them as soon as newer ones are there.</source>
        <translation>これまでのバックアップは、管理者の以前のパスワードで開けます。新しいバックアップができ次第、廃棄してください。</translation>
    </message>
    <message>
        <source>End the access of {name}?</source>
        <translation>{name} さんの利用を停止しますか</translation>
    </message>
    <message>
        <source>End the access</source>
        <translation>利用を停止する</translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>Back to the case</source>
        <translation>請求に戻る</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>文書の言語</translation>
    </message>
    <message>
        <source>Issue the letter</source>
        <translation>文書を発行する</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>見本</translation>
    </message>
    <message>
        <source>In place of letter {number}, which it names and which is kept as it is.</source>
        <translation>{number} に替えて発行する文書です。文中で元の番号を示し、元の文書はそのまま保存されます。</translation>
    </message>
    <message>
        <source>The font lacks these characters: {glyphs}</source>
        <translation>書体にない文字があります：{glyphs}</translation>
    </message>
</context>
<context>
    <name>DraftsBand</name>
    <message>
        <source>Typed and not saved:</source>
        <translation>保存していない入力：</translation>
    </message>
    <message>
        <source>Typed and not saved ({count}):</source>
        <translation>保存していない入力（{count}件）：</translation>
    </message>
</context>
<context>
    <name>DrillDialog</name>
    <message>
        <source>“{file}” is restored into a scratch folder, opened, looked over and cleared away. The desk itself is not touched. This may take minutes; go on working meanwhile.</source>
        <translation>「{file}」を一時フォルダーに復元し、開いて検査したあと消去します。使用中の保管庫には触れません。数分かかることがありますが、その間も作業を続けられます。</translation>
    </message>
    <message>
        <source>Test this backup</source>
        <translation>バックアップの復元テスト</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テストする</translation>
    </message>
    <message>
        <source>Your password when the backup was made</source>
        <translation>作成日当時のご自身のパスワード</translation>
    </message>
    <message>
        <source>Only who was a manager then can open it.</source>
        <translation>当時の管理者だけが開けます。</translation>
    </message>
</context>
<context>
    <name>DrillResult</name>
    <message>
        <source>Test of a backup</source>
        <translation>復元テストの結果</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>The backup of {made} opens. File, keys and log are whole. Code of its log: {code}</source>
        <translation>{made} のバックアップを開けました。ファイル・鍵・操作記録に異常はありません。操作記録のコード：{code}</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>不合格</translation>
    </message>
</context>
<context>
    <name>DuePane</name>
    <message>
        <source>What is kept until when</source>
        <translation>保存期限の一覧</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>該当するものはありません</translation>
    </message>
    <message>
        <source>Nothing that is kept belongs to this figure today.</source>
        <translation>今日の時点で、この集計に含まれるものはありません。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>すべて表示する</translation>
    </message>
    <message>
        <source>Place a hold…</source>
        <translation>廃棄を保留する…</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>顧客を開く</translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation>請求を開く</translation>
    </message>
    <message>
        <source>Select a line to see why it is kept.</source>
        <translation>行を選ぶと、保存の理由を表示します。</translation>
    </message>
    <message>
        <source>Held by {count} holds or open requests; not due.</source>
        <translation>保留又は対応中の請求が {count} 件あるため、廃棄の対象になりません。</translation>
    </message>
</context>
<context>
    <name>EndLinkDialog</name>
    <message>
        <source>{kind}: {who}. The link stays on both records with its last day.</source>
        <translation>{kind}：{who}。関係は最終日とともに双方の顧客情報に残ります。</translation>
    </message>
    <message>
        <source>End the link</source>
        <translation>関係を終了する</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最終日</translation>
    </message>
</context>
<context>
    <name>EntriesPane</name>
    <message>
        <source>Entries of the log</source>
        <translation>操作記録の一覧</translation>
    </message>
    <message>
        <source>Back to the newest</source>
        <translation>最新の記録に戻る</translation>
    </message>
    <message>
        <source>No entry has all of this. Take a filter away, or show everything.</source>
        <translation>条件に合う記録はありません。条件を減らすか、すべてを表示してください。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>該当なし</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>すべて表示する</translation>
    </message>
    <message>
        <source>Whatever somebody does or looks at from now on stands here.</source>
        <translation>今後の操作と閲覧が、すべてここに残ります。</translation>
    </message>
    <message>
        <source>No entries yet</source>
        <translation>操作記録はまだありません</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} 件</translation>
    </message>
    <message>
        <source>{count} entries of your own</source>
        <translation>ご自身の記録 {count} 件</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>Entry {number}</source>
        <translation>{number} 番</translation>
    </message>
    <message>
        <source>nobody who is known</source>
        <translation>特定できない者</translation>
    </message>
    <message>
        <source>All like this</source>
        <translation>同じ操作の記録</translation>
    </message>
    <message>
        <source>Show every entry of the same act</source>
        <translation>同じ操作の記録をすべて表示する</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>閲覧記録</translation>
    </message>
    <message>
        <source>Show who opened, changed or used this customer&apos;s record</source>
        <translation>この顧客の記録を開き、変更し、利用した記録を表示する</translation>
    </message>
</context>
<context>
    <name>EnvelopePage</name>
    <message>
        <source>Print it at its actual size (100 %), not fitted to the page.</source>
        <translation>「用紙に合わせる」を使わず、実際の大きさ（100%）で印刷してください。</translation>
    </message>
    <message>
        <source>Test page for envelopes</source>
        <translation>封筒の試し刷り</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>envelope-test.pdf</source>
        <translation>封筒の試し刷り.pdf</translation>
    </message>
</context>
<context>
    <name>Envelopes</name>
    <message>
        <source>Where letters have the address, so that it shows in the window of your envelopes.</source>
        <translation>お使いの窓付き封筒に合わせて、発送文書の宛名の位置を決めます。</translation>
    </message>
    <message>
        <source>{distance} mm</source>
        <translation>{distance} mm</translation>
    </message>
    <message>
        <source>Window envelope</source>
        <translation>窓付き封筒</translation>
    </message>
    <message>
        <source>Window lies further right</source>
        <translation>窓の位置（右へ）</translation>
    </message>
    <message>
        <source>Below 0: further left.</source>
        <translation>マイナスは左へ。</translation>
    </message>
    <message>
        <source>Window lies further down</source>
        <translation>窓の位置（下へ）</translation>
    </message>
    <message>
        <source>Below 0: further up.</source>
        <translation>マイナスは上へ。</translation>
    </message>
    <message>
        <source>Makers differ. Print the test page, fold it, put it into one of your envelopes and read the scale.</source>
        <translation>窓の位置はメーカーによって異なります。試し刷りを折って実際の封筒に入れ、目盛りを読んでください。</translation>
    </message>
    <message>
        <source>Test page…</source>
        <translation>試し刷り…</translation>
    </message>
</context>
<context>
    <name>ExecutionCard</name>
    <message>
        <source>Item {number}</source>
        <translation>請求項目 {number}</translation>
    </message>
    <message>
        <source>Carry out</source>
        <translation>実施する</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>No longer used for:</source>
        <translation>次の利用目的での利用を停止します。</translation>
    </message>
    <message>
        <source>Use ends for what is ticked; the letter names these uses.</source>
        <translation>選択した利用目的での利用を停止します。文書には停止した利用目的を記載します。</translation>
    </message>
    <message>
        <source>The data no longer go to third parties.</source>
        <translation>第三者への提供を停止します。</translation>
    </message>
    <message>
        <source>Kept until {day} all the same, and used for nothing else.</source>
        <translation>{day} までは保存し、ほかの目的には利用しません。</translation>
    </message>
    <message>
        <source>Carried out on {day}</source>
        <translation>{day} 実施</translation>
    </message>
</context>
<context>
    <name>ExecutionTab</name>
    <message>
        <source>A correction or a stop of use shows here when it is decided, before anything is changed.</source>
        <translation>訂正や利用停止を決定すると、変更を行う前の確認をここに表示します。</translation>
    </message>
    <message>
        <source>Nothing to carry out</source>
        <translation>実施することはありません</translation>
    </message>
</context>
<context>
    <name>ExemptionDialog</name>
    <message>
        <source>Enter the last day of the exemption.</source>
        <translation>例外利用の最終日を入力してください。</translation>
    </message>
    <message>
        <source>Exemption from the suspension</source>
        <translation>利用停止中の例外利用</translation>
    </message>
    <message>
        <source>The data may be used for this purpose in spite of the suspension. A second person signs it; record and log show it.</source>
        <translation>利用停止にかかわらず、この利用目的のためにデータを利用できるようにします。もう一人の管理者が承認し、顧客情報と操作記録に残ります。</translation>
    </message>
    <message>
        <source>Go on to the signature</source>
        <translation>承認へ進む</translation>
    </message>
    <message>
        <source>For a single use</source>
        <translation>一回限り</translation>
    </message>
    <message>
        <source>For every use until the last day</source>
        <translation>最終日まで何回でも</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最終日</translation>
    </message>
    <message>
        <source>90 days from today at most.</source>
        <translation>本日から 90 日以内。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export what is shown</source>
        <translation>表示中の一覧を書き出す</translation>
    </message>
    <message>
        <source>{count} customers of the list, without bank accounts, cards and licences. Whoever suspended or opted out of the purpose is left out. It is noted in the log.</source>
        <translation>一覧の顧客 {count} 人。口座・カード・免許証の番号は含みません。この利用目的について利用停止又は配信停止中の顧客は除かれます。操作記録に残ります。</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>ファイルを保存する</translation>
    </message>
    <message>
        <source>One file with all customers, letters, mails and the log, not encrypted. Whoever has the file can read all of it. The export itself stands in the log.</source>
        <translation>すべての顧客、発送文書、受信メール、操作記録を、暗号化せずに一つのファイルに書き出します。ファイルを手にした者は、すべてを読むことができます。書き出したことは操作記録に残ります。</translation>
    </message>
    <message>
        <source>Export everything?</source>
        <translation>全データを書き出しますか</translation>
    </message>
    <message>
        <source>Choose where</source>
        <translation>保存先を選ぶ</translation>
    </message>
    <message>
        <source>With bank account, card and licence numbers in full</source>
        <translation>口座番号・カード番号・免許証番号の全桁を含める</translation>
    </message>
    <message>
        <source>A lost file with whole numbers is an incident that has to be reported (APPI Art. 26). Leave them out unless the numbers themselves are needed elsewhere.</source>
        <translation>全桁の番号を含むファイルを紛失すると、漏えい等として報告が必要になります（個人情報保護法第26条）。番号そのものが必要な場合を除き、含めないでください。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Needed for whole numbers; it goes into the log.</source>
        <translation>全桁を含める場合は必須です。操作記録に残ります。</translation>
    </message>
</context>
<context>
    <name>ExtendDialog</name>
    <message>
        <source>After {due}, at the latest {limit}</source>
        <translation>{due} より後、{limit} まで</translation>
    </message>
    <message>
        <source>The requester must be told the new day and the reason; day 14 of the law stays.</source>
        <translation>新しい期限と理由を、請求者に知らせる必要があります。法律上の 14 日目は変わりません。</translation>
    </message>
    <message>
        <source>Extend the deadline</source>
        <translation>期限を延長する</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延長する</translation>
    </message>
    <message>
        <source>New day</source>
        <translation>新しい期限</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>Fees</name>
    <message>
        <source>In yen, for each request. The law asks for an amount that your real costs justify.</source>
        <translation>請求 1 件当たりの金額（円）です。実費を勘案して合理的と認められる額とするよう、法律で定められています。</translation>
    </message>
    <message>
        <source>The law allows no fee here.</source>
        <translation>法律上、手数料は徴収できません。</translation>
    </message>
    <message>
        <source>No fee</source>
        <translation>無料</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Which table?</source>
        <translation>取り込む表</translation>
    </message>
    <message>
        <source>A CSV or XLSX file with one customer or one transaction a row and the headers in the first row. Look whether it reads well.</source>
        <translation>1行に1名又は1取引、1行目に見出しのある CSV 又は XLSX のファイルです。正しく読めているか確かめてください。</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>ファイルが選ばれていません</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Transactions of a partner</source>
        <translation>提携先からの取引</translation>
    </message>
    <message>
        <source>Hidden in the workbook: {names}</source>
        <translation>ブック内の非表示シート：{names}</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>表の先頭の行</translation>
    </message>
    <message>
        <source>Drop the table here</source>
        <translation>表のファイルをここにドロップしてください</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>表を選ぶ</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.tsv *.txt);;All files (*)</source>
        <translation>表 (*.xlsx *.csv *.tsv *.txt);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>{count} characters cannot be read in this encoding. Choose another one.</source>
        <translation>この文字コードでは {count} 文字が読めません。別の文字コードを選んでください。</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>絞込み</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>すべて解除</translation>
    </message>
    <message>
        <source>Found by the number</source>
        <translation>番号で照会した顧客</translation>
    </message>
    <message>
        <source>Take the filter away: {filter}</source>
        <translation>絞込みを外す：{filter}</translation>
    </message>
</context>
<context>
    <name>FilterPopover</name>
    <message>
        <source>Any</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Save as a filter…</source>
        <translation>絞込みを保存…</translation>
    </message>
</context>
<context>
    <name>FirstEntry</name>
    <message>
        <source>Numbers, sealed when saved</source>
        <translation>口座・カード等（保存時に暗号化します）</translation>
    </message>
    <message>
        <source>Advertising by mail</source>
        <translation>広告メールの配信</translation>
    </message>
    <message>
        <source>Said nothing</source>
        <translation>意思表示なし</translation>
    </message>
    <message>
        <source>Wants it</source>
        <translation>希望する</translation>
    </message>
    <message>
        <source>Wants none</source>
        <translation>希望しない</translation>
    </message>
</context>
<context>
    <name>FirstPassword</name>
    <message>
        <source>The password that you were given was for the first time only. From now on only the one that you choose here opens the desk; nobody else knows it, and nobody can look it up.</source>
        <translation>受け取ったパスワードは初回専用です。今後は、ここで決めるパスワードでだけ保管庫を開けます。ほかの人は知ることができず、調べることもできません。</translation>
    </message>
    <message>
        <source>Choose your own password</source>
        <translation>ご自身のパスワードを決める</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>FormatField</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Excel ブック（.xlsx）</translation>
    </message>
    <message>
        <source>CSV text (.csv)</source>
        <translation>CSV（.csv）</translation>
    </message>
</context>
<context>
    <name>FounderPage</name>
    <message>
        <source>The first manager</source>
        <translation>最初の管理者</translation>
    </message>
    <message>
        <source>A manager approves refusals and lets colleagues in. Nobody can look up or reset a password.</source>
        <translation>管理者は、請求に応じない決定を承認し、利用者を追加します。パスワードは、誰にも調べたり再設定したりできません。</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Stands in the log.</source>
        <translation>操作記録に表示します</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>ログイン名</translation>
    </message>
    <message>
        <source>A short word to unlock with.</source>
        <translation>ロックの解除に使う短い名前</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Keys</source>
        <translation>キー操作</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Changes of</source>
        <translation>項目の絞込み</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷する</translation>
    </message>
    <message>
        <source>Compare two days</source>
        <translation>2つの日を比べる</translation>
    </message>
    <message>
        <source>Purposes</source>
        <translation>利用目的</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>すべての項目</translation>
    </message>
</context>
<context>
    <name>HoldsPane</name>
    <message>
        <source>What stops disposal</source>
        <translation>廃棄を止めている保留</translation>
    </message>
    <message>
        <source>Place a hold…</source>
        <translation>廃棄を保留する…</translation>
    </message>
    <message>
        <source>Lift the hold…</source>
        <translation>保留を解除する…</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>顧客を開く</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>No hold stands</source>
        <translation>保留はありません</translation>
    </message>
    <message>
        <source>A dispute, an inquiry or an incident holds what is kept of a customer until it is settled.</source>
        <translation>紛争、調査、事故などがあるときは、解決するまで、その顧客について保存しているものの廃棄を保留します。</translation>
    </message>
    <message>
        <source>Select a hold to see its reason.</source>
        <translation>保留を選ぶと、理由を表示します。</translation>
    </message>
    <message>
        <source>Placed on {day} by {owner}; review on {review}.</source>
        <translation>設定：{day}&#x3000;{owner}&#x3000;見直し：{review}</translation>
    </message>
</context>
<context>
    <name>HowRead</name>
    <message>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>Between the columns</source>
        <translation>区切り文字</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>カンマ</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>タブ</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>セミコロン</translation>
    </message>
    <message>
        <source>Recognised: {name}</source>
        <translation>自動判別：{name}</translation>
    </message>
    <message>
        <source>Recognise</source>
        <translation>自動判別</translation>
    </message>
</context>
<context>
    <name>IdentityTab</name>
    <message>
        <source>Record another check</source>
        <translation>本人確認を追加する</translation>
    </message>
    <message>
        <source>Identity was shown on {day}</source>
        <translation>{day} に本人確認済</translation>
    </message>
    <message>
        <source>No papers are needed for what is asked</source>
        <translation>この請求に本人確認書類は不要です</translation>
    </message>
    <message>
        <source>Papers were asked for on {day}</source>
        <translation>{day} に本人確認書類を依頼済</translation>
    </message>
    <message>
        <source>Identity is not shown yet</source>
        <translation>本人確認はまだです</translation>
    </message>
    <message>
        <source>{method}, checked by {name}</source>
        <translation>{method}（確認：{name}）</translation>
    </message>
    <message>
        <source>Matched: {facts}</source>
        <translation>一致した事項：{facts}</translation>
    </message>
    <message>
        <source>blacked out: {fields}</source>
        <translation>黒塗り：{fields}</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>有効期限 {day}</translation>
    </message>
    <message>
        <source>issued on {day}</source>
        <translation>発行日 {day}</translation>
    </message>
    <message>
        <source>An opt-out or a complaint is answered without papers.</source>
        <translation>配信停止と苦情には、本人確認書類なしで対応します。</translation>
    </message>
    <message>
        <source>Record what was seen, by whom and how. Only what is not more than needed is asked for.</source>
        <translation>誰が、何を、どのように確認したかを記録してください。必要な範囲を超える書類は求めません。</translation>
    </message>
</context>
<context>
    <name>IntakeForm</name>
    <message>
        <source>Take in a request</source>
        <translation>請求の受付</translation>
    </message>
    <message>
        <source>How and when it came</source>
        <translation>受付の方法と日付</translation>
    </message>
    <message>
        <source>Who asks, and whom it is about</source>
        <translation>請求者と本人</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>請求の内容</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Enter the request</source>
        <translation>この内容で登録する</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>下書きを破棄する</translation>
    </message>
    <message>
        <source>This was typed before and is not entered yet.</source>
        <translation>前回入力された内容です。まだ受付されていません。</translation>
    </message>
    <message>
        <source>Filled as the mail proposes it. Check every line before you take it in.</source>
        <translation>メールの内容をもとに入力しました。受け付ける前に、すべての欄をお確かめください。</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>You get a password to hand over. It opens the desk once: your colleague then chooses one that only he or she knows.</source>
        <translation>手渡し用のパスワードを発行します。これで開けるのは一度だけで、そのとき本人が自分だけのパスワードを決めます。</translation>
    </message>
    <message>
        <source>Invite a colleague</source>
        <translation>利用者を招待する</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>招待する</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Stands in the log.</source>
        <translation>操作記録に残ります。</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>ログイン名</translation>
    </message>
    <message>
        <source>A short word to unlock with.</source>
        <translation>開くときに使う短い名前です。</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>The old password opens nothing any more. You get one to hand over; it opens the desk once, for choosing a new one.</source>
        <translation>これまでのパスワードは使えなくなります。手渡し用のパスワードを発行します。これで開けるのは一度だけで、そのとき本人が新しいパスワードを決めます。</translation>
    </message>
    <message>
        <source>A new way in for {name}</source>
        <translation>{name} さんに仮パスワードを発行する</translation>
    </message>
    <message>
        <source>Give a new way in</source>
        <translation>仮パスワードを発行する</translation>
    </message>
</context>
<context>
    <name>IssuedPage</name>
    <message>
        <source>Back to the case</source>
        <translation>請求に戻る</translation>
    </message>
    <message>
        <source>Write a letter that replaces it</source>
        <translation>差替えの文書を作成する</translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>Item {number}</source>
        <translation>請求項目 {number}</translation>
    </message>
    <message>
        <source>Remove item {number}</source>
        <translation>請求項目 {number} を削除する</translation>
    </message>
    <message>
        <source>Choose the kind</source>
        <translation>種類を選択</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>What is asked, in the requester&apos;s words</source>
        <translation>請求の内容（請求者の言葉で）</translation>
    </message>
    <message>
        <source>Reason that the requester gives</source>
        <translation>請求者の述べる理由</translation>
    </message>
    <message>
        <source>Not said: the office proposes</source>
        <translation>指定なし（当社から提案）</translation>
    </message>
    <message>
        <source>How the requester wants to get it</source>
        <translation>開示の方法のご希望</translation>
    </message>
    <message>
        <source>Another field</source>
        <translation>訂正する項目を追加する</translation>
    </message>
    <message>
        <source>Uses to stop; none ticked means all of them</source>
        <translation>停止する利用目的（選ばないときは、すべて）</translation>
    </message>
</context>
<context>
    <name>ItemsDialog</name>
    <message>
        <source>One item for each thing that is asked; each gets its own decision.</source>
        <translation>求められていることを 1 件ずつ請求項目にします。請求項目ごとに決定します。</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>請求の内容</translation>
    </message>
    <message>
        <source>Save what is asked</source>
        <translation>請求の内容を保存する</translation>
    </message>
</context>
<context>
    <name>ItemsEditor</name>
    <message>
        <source>Ask for something more</source>
        <translation>請求項目を追加する</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>The mail and its attachments then stand in the case.</source>
        <translation>メールと添付ファイルを、選んだ請求に追加します。</translation>
    </message>
    <message>
        <source>Which request does it belong to?</source>
        <translation>どの請求のメールですか？</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>追加する</translation>
    </message>
    <message>
        <source>Number or name</source>
        <translation>受付番号又は氏名</translation>
    </message>
    <message>
        <source>Requests found</source>
        <translation>見つかった請求</translation>
    </message>
</context>
<context>
    <name>KnownAgents</name>
    <message>
        <source>{name} asks ({link})</source>
        <translation>請求者を {name} 様とする（{link}）</translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <source>Address label</source>
        <translation>宛名ラベル</translation>
    </message>
    <message>
        <source>The address is used for this purpose, which is noted in the log.</source>
        <translation>この利用目的のために住所を利用し、操作記録に残します。</translation>
    </message>
    <message>
        <source>Draw the label</source>
        <translation>ラベルを作る</translation>
    </message>
</context>
<context>
    <name>LabelSheetField</name>
    <message>
        <source>Label sheet</source>
        <translation>ラベル用紙</translation>
    </message>
    <message>
        <source>Begin at label</source>
        <translation>開始位置</translation>
    </message>
    <message>
        <source>Counted row by row from the upper left.</source>
        <translation>左上から右へ数えます。</translation>
    </message>
</context>
<context>
    <name>LabelsPage</name>
    <message>
        <source>{labels} labels on {sheets} sheets. Print them at actual size (100 %).</source>
        <translation>{labels} 片・{sheets} 枚。実際の大きさ（100%）で印刷してください。</translation>
    </message>
    <message>
        <source>Address labels</source>
        <translation>宛名ラベル</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF で保存</translation>
    </message>
    <message>
        <source>Too long for a label, write these by hand ({count}): {names}</source>
        <translation>長すぎてラベルに入りません。手書きしてください（{count} 人）：{names}</translation>
    </message>
    <message>
        <source>labels.pdf</source>
        <translation>宛名ラベル.pdf</translation>
    </message>
</context>
<context>
    <name>LetterView</name>
    <message>
        <source>Save a copy</source>
        <translation>写しを保存する</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷する</translation>
    </message>
    <message>
        <source>Record the sending</source>
        <translation>発送を記録する</translation>
    </message>
    <message>
        <source>It came back</source>
        <translation>返戻を記録する</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>宛先 {name}</translation>
    </message>
    <message>
        <source>issued {day} by {name}</source>
        <translation>{day} 発行（{name}）</translation>
    </message>
    <message>
        <source>sent {day}, {way}</source>
        <translation>{day} 発送（{way}）</translation>
    </message>
    <message>
        <source>came back {day}</source>
        <translation>{day} 返戻</translation>
    </message>
    <message>
        <source>replaced by {number}</source>
        <translation>{number}に差替え</translation>
    </message>
    <message>
        <source>replaces {number}</source>
        <translation>{number}の差替え</translation>
    </message>
</context>
<context>
    <name>LettersPage</name>
    <message>
        <source>Letters stand here from the day they are issued. What was issued is never changed: a slip is mended by a new letter. Ctrl+P prints the very pages that show, which is noted; then record by which service it was sent. A lock before a number says that the letter shows whole numbers.</source>
        <translation>文書は、発行した日からここに並びます。発行した文書は変更できません。誤りは、新しい文書に差し替えて直します。Ctrl+P で、表示中のページをそのまま印刷し、印刷したことを記録します。続いて、発送の方法を記録してください。番号の前の錠の印は、口座番号などの全桁が記載された文書であることを示します。</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Number, name, request or tracking number</source>
        <translation>番号・氏名・追跡番号</translation>
    </message>
    <message>
        <source>A letter stands here as soon as it is issued in its request.</source>
        <translation>請求の画面で発行すると、ここに並びます。</translation>
    </message>
    <message>
        <source>No letters here</source>
        <translation>文書はありません</translation>
    </message>
    <message>
        <source>No letter is open</source>
        <translation>文書を選んでください</translation>
    </message>
    <message>
        <source>Choose one at the left to see its pages.</source>
        <translation>左の一覧から選ぶと、ページを表示します。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
</context>
<context>
    <name>LettersTab</name>
    <message>
        <source>Letters of this request</source>
        <translation>この請求の文書</translation>
    </message>
    <message>
        <source>No letter was issued yet</source>
        <translation>発行した文書はありません</translation>
    </message>
    <message>
        <source>What is due shows above.</source>
        <translation>次に発行する文書は、上に表示します。</translation>
    </message>
    <message>
        <source>{letter} (replaced by {number})</source>
        <translation>{letter}（{number} に差替え済）</translation>
    </message>
    <message>
        <source>{letter} (replaces {number})</source>
        <translation>{letter}（{number} の差替え）</translation>
    </message>
    <message>
        <source>Preview and issue</source>
        <translation>確認して発行する</translation>
    </message>
    <message>
        <source>Preview and issue: {letter}</source>
        <translation>確認して発行する：{letter}</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>発行が必要</translation>
    </message>
</context>
<context>
    <name>LiftHold</name>
    <message>
        <source>Lift the hold</source>
        <translation>保留を解除する</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Choose the other customer from the list.</source>
        <translation>一覧から相手の顧客を選んでください。</translation>
    </message>
    <message>
        <source>Link {name} to somebody</source>
        <translation>{name} 様の関係者を登録</translation>
    </message>
    <message>
        <source>It is shown on both records. A link that no longer holds is ended, not deleted.</source>
        <translation>双方の顧客情報に表示します。関係がなくなったときは、削除せずに終了とします。</translation>
    </message>
    <message>
        <source>Enter the link</source>
        <translation>登録する</translation>
    </message>
    <message>
        <source>What the other one is to this customer</source>
        <translation>この顧客から見た関係</translation>
    </message>
    <message>
        <source>The other one is a customer</source>
        <translation>相手は顧客である</translation>
    </message>
    <message>
        <source>The other one is no customer</source>
        <translation>相手は顧客ではない</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>How he is reached</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>取得元</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>e.g. mother, power of attorney seen on paper</source>
        <translation>例：母、委任状の原本を確認</translation>
    </message>
</context>
<context>
    <name>LinksTab</name>
    <message>
        <source>Links to other people</source>
        <translation>関係者</translation>
    </message>
    <message>
        <source>Nobody is linked. Enter here who acts for the customer or lives with him.</source>
        <translation>関係者の登録はありません。代理人や同一世帯の方をここに登録します。</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>関係者を追加</translation>
    </message>
    <message>
        <source>End the link</source>
        <translation>関係を終了する</translation>
    </message>
    <message>
        <source>Open this customer</source>
        <translation>この顧客を開く</translation>
    </message>
    <message>
        <source>Of age by now: the parents or guardians no longer act for a minor ({names}). End the link, or enter the delegated agent instead.</source>
        <translation>成年（18歳）に達しているため、親権者・未成年後見人の代理権は終わっています（{names}）。関係を終了するか、任意代理人として登録し直してください。</translation>
    </message>
</context>
<context>
    <name>ListFoot</name>
    <message>
        <source>{count} customers</source>
        <translation>顧客 {count} 件</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count} 件を選択中</translation>
    </message>
    <message>
        <source>Waits from imports: {count}</source>
        <translation>取込みの確認待ち：{count} 件</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Name, kana, number, phone, mail or address</source>
        <translation>氏名、フリガナ、番号、電話、メール、住所</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>What this filter names is gone and was left out: {what}</source>
        <translation>この絞込みの次の条件は、対象がなくなったため外しました：{what}</translation>
    </message>
    <message>
        <source>Nobody has this number</source>
        <translation>この番号の顧客はいません</translation>
    </message>
    <message>
        <source>Only a whole number finds its holder: of a bank account with the codes of bank and branch.</source>
        <translation>番号は全桁で照会します。口座番号は銀行番号と支店番号も入力してください。</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>該当する顧客はいません</translation>
    </message>
    <message>
        <source>Any part of a name, kana, number, phone, mail address or address will do.</source>
        <translation>氏名、フリガナ、番号、電話番号、メールアドレス又は住所の一部で検索できます。</translation>
    </message>
    <message>
        <source>Show all customers</source>
        <translation>すべての顧客を表示する</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>顧客の登録はありません</translation>
    </message>
    <message>
        <source>Import the table that you have, drop it here, or enter the first customer with Ctrl+N.</source>
        <translation>お手元の表を取り込むか、ここにドロップしてください。Ctrl+N で 1 人ずつ登録することもできます。</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>表を取り込む</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Number or name</source>
        <translation>受付番号又は氏名</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Mails that wait</source>
        <translation>未処理のメール</translation>
    </message>
    <message>
        <source>The inbox is empty</source>
        <translation>受信箱は空です</translation>
    </message>
    <message>
        <source>Drop mail files (.eml) here. Each one is read, and a request is proposed; you decide.</source>
        <translation>メールのファイル（.eml）をここにドロップしてください。内容を読み取って請求の候補を示します。受け付けるかどうかは、担当者が判断します。</translation>
    </message>
    <message>
        <source>Take in mails</source>
        <translation>メールを取り込む</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>該当する請求はありません</translation>
    </message>
    <message>
        <source>No request here has this number or name.</source>
        <translation>この受付番号又は氏名の請求は、ここにはありません。</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>請求はありません</translation>
    </message>
    <message>
        <source>A request stays in this list as long as it is in this state.</source>
        <translation>この状態にある請求を表示します。</translation>
    </message>
    <message>
        <source>Take in a request</source>
        <translation>請求を受け付ける</translation>
    </message>
</context>
<context>
    <name>LogFilters</name>
    <message>
        <source>Show only</source>
        <translation>絞込み</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>すべての顧客に戻す</translation>
    </message>
    <message>
        <source>User</source>
        <translation>利用者</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>最新まで</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>すべて</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Every change and every look stands here with who did it and when, and can neither be changed nor deleted; reading the log is noted too. Ctrl+F shows who looked at a customer. Under Check the log is proved from its first entry on, and a code from paper is compared. The monthly report goes on paper, with the code by which the log can be compared later. Values never stand in the log, only fields and numbers of entries.</source>
        <translation>すべての変更と閲覧が、誰がいつ行ったかとともに残ります。後から変更も削除もできず、操作記録を見たことも記録されます。Ctrl+F で、顧客の閲覧記録を表示します。「検証」では、最初の記録から順に改変や欠落がないことを確かめ、紙の照合コードとも照合します。月次報告には、後日の照合に使うコードが印刷されます。個人データの内容は残らず、項目の名称と番号だけが残ります。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>操作記録</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>What I did</source>
        <translation>自分の操作</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Monthly report</source>
        <translation>月次報告</translation>
    </message>
</context>
<context>
    <name>LookDialog</name>
    <message>
        <source>Language and look</source>
        <translation>言語と外観</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>画面の言語</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
</context>
<context>
    <name>LooksTab</name>
    <message>
        <source>Show all of it in the log</source>
        <translation>操作記録ですべて表示する</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷する</translation>
    </message>
</context>
<context>
    <name>LookupLine</name>
    <message>
        <source>Look up this number exactly</source>
        <translation>この番号の持ち主を照会する</translation>
    </message>
</context>
<context>
    <name>MailBeside</name>
    <message>
        <source>Back to the list</source>
        <translation>一覧に戻る</translation>
    </message>
</context>
<context>
    <name>MailText</name>
    <message>
        <source>Text of the mail</source>
        <translation>メールの本文</translation>
    </message>
</context>
<context>
    <name>MailingDialog</name>
    <message>
        <source>Mailing</source>
        <translation>発送先</translation>
    </message>
    <message>
        <source>Whoever suspended or opted out of the purpose is left out. It is noted in the log.</source>
        <translation>選んだ利用目的について利用停止中又は配信停止の顧客は除きます。操作記録に残ります。</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>名簿を保存する</translation>
    </message>
    <message>
        <source>Draw the labels</source>
        <translation>ラベルを作る</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Excel ブック（.xlsx）</translation>
    </message>
    <message>
        <source>CSV text (.csv)</source>
        <translation>CSV テキスト（.csv）</translation>
    </message>
    <message>
        <source>Address labels (PDF)</source>
        <translation>宛名ラベル（PDF）</translation>
    </message>
    <message>
        <source>By a signed exemption: {count}.</source>
        <translation>うち例外利用の承認によるもの {count} 人。</translation>
    </message>
    <message>
        <source>customers are reached</source>
        <translation>送付できる顧客</translation>
    </message>
    <message>
        <source>left out: suspended or opted out</source>
        <translation>除く顧客（利用停止中・配信停止）</translation>
    </message>
    <message>
        <source>Only who consented (advertising by mail needs it)</source>
        <translation>同意の記録がある顧客に限る（広告メールには同意が必要です）</translation>
    </message>
    <message>
        <source>Of these {yes} consented; {silent} have no mail address, {homeless} no postal address.</source>
        <translation>うち同意の記録あり {yes} 件、メールアドレスなし {silent} 件、住所なし {homeless} 件</translation>
    </message>
</context>
<context>
    <name>MailsTab</name>
    <message>
        <source>Mails of this request</source>
        <translation>この請求のメール</translation>
    </message>
    <message>
        <source>No mails</source>
        <translation>メールはありません</translation>
    </message>
    <message>
        <source>A mail joins a request from the inbox.</source>
        <translation>受信箱から、メールを請求に追加できます。</translation>
    </message>
</context>
<context>
    <name>ManagerPage</name>
    <message>
        <source>The manager&apos;s new password</source>
        <translation>管理者の新しいパスワード</translation>
    </message>
    <message>
        <source>Use your old login to go on as before. Another login becomes a new manager; both stand in the log.</source>
        <translation>これまでのログイン名を入力すれば、同じ利用者として続けられます。別のログイン名を入力すると、新しい管理者になります。どちらも操作記録に残ります。</translation>
    </message>
</context>
<context>
    <name>ManyField</name>
    <message>
        <source>Add another</source>
        <translation>追加する</translation>
    </message>
</context>
<context>
    <name>MappingPage</name>
    <message>
        <source>Columns</source>
        <translation>列の対応</translation>
    </message>
    <message>
        <source>Which column is what?</source>
        <translation>列と項目の対応</translation>
    </message>
    <message>
        <source>Recognised by their headers. Change what is wrong; what is not taken stays out of the desk.</source>
        <translation>見出しから判別しました。誤りがあれば直してください。取り込まない列の内容は保存されません。</translation>
    </message>
    <message>
        <source>never taken</source>
        <translation>取込不可</translation>
    </message>
    <message>
        <source>Field for {column}</source>
        <translation>「{column}」の取込先</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>Not taken: {columns}</source>
        <translation>取り込まない列：{columns}</translation>
    </message>
    <message>
        <source>Never taken, because security codes and PINs may not be kept: {columns}</source>
        <translation>セキュリティコードと暗証番号は保存できないため、取り込みません：{columns}</translation>
    </message>
</context>
<context>
    <name>MaskedNumber</name>
    <message>
        <source>Hide the number</source>
        <translation>番号を隠す</translation>
    </message>
    <message>
        <source>Show the number</source>
        <translation>番号を表示する</translation>
    </message>
    <message>
        <source>Copy for 10 seconds</source>
        <translation>10 秒間だけコピーする</translation>
    </message>
    <message>
        <source>hides in {seconds} s</source>
        <translation>あと {seconds} 秒</translation>
    </message>
</context>
<context>
    <name>MatchPane</name>
    <message>
        <source>Nobody has this customer number. Say whose transactions these are.</source>
        <translation>この顧客番号の顧客は登録されていません。どの顧客の取引かを指定してください。</translation>
    </message>
    <message>
        <source>Whose are they?</source>
        <translation>どの顧客の取引ですか</translation>
    </message>
    <message>
        <source>Search another: name, kana, number, phone, mail or address</source>
        <translation>ほかの顧客を探す（氏名、フリガナ、番号、電話、メール、住所）</translation>
    </message>
    <message>
        <source>Transactions without a customer</source>
        <translation>顧客が未確定の取引</translation>
    </message>
    <message>
        <source>Customers who may be meant</source>
        <translation>該当する可能性のある顧客</translation>
    </message>
    <message>
        <source>Nobody is suggested</source>
        <translation>候補の顧客はいません</translation>
    </message>
    <message>
        <source>Search the customer above.</source>
        <translation>上の欄で顧客を探してください。</translation>
    </message>
    <message>
        <source>no customer number</source>
        <translation>顧客番号なし</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>提携先</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>取引</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Give them to {name}</source>
        <translation>{name} 様の取引にする</translation>
    </message>
    <message>
        <source>Give them</source>
        <translation>取引を割り当てる</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Nothing was changed that could be undone.</source>
        <translation>元に戻せる変更はありません。</translation>
    </message>
    <message>
        <source>This cannot be undone here: {done}</source>
        <translation>この操作は元に戻せません：{done}</translation>
    </message>
    <message>
        <source>Locks in {seconds} s – press any key</source>
        <translation>あと {seconds} 秒でロックします。続けるにはキーを押してください</translation>
    </message>
    <message>
        <source>Locks in {seconds} s – nobody stays longer than 12 hours at a time</source>
        <translation>あと {seconds} 秒でロックします。続けて使えるのは 12 時間までです</translation>
    </message>
    <message>
        <source>Clipboard clears in {seconds} s</source>
        <translation>クリップボードはあと {seconds} 秒で消去されます</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Clear the message</source>
        <translation>メッセージを消す</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止する</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Start a request</source>
        <translation>請求として受け付ける</translation>
    </message>
    <message>
        <source>Join to {number}</source>
        <translation>{number} に追加する</translation>
    </message>
    <message>
        <source>Join to one</source>
        <translation>請求に追加する</translation>
    </message>
    <message>
        <source>No request</source>
        <translation>請求ではない</translation>
    </message>
    <message>
        <source>Name, address and date are as the sender wrote them; nothing of it is proved.</source>
        <translation>氏名、アドレス及び日付は差出人が書いたとおりで、確認されたものではありません。</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Mailing list…</source>
        <translation>送付先名簿を作る…</translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation>表示中の一覧を書き出す…</translation>
    </message>
    <message>
        <source>Imports and waiting rows</source>
        <translation>取込みと確認待ちの行</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>列を選ぶ…</translation>
    </message>
    <message>
        <source>Export the selected… ({count})</source>
        <translation>選択した顧客を書き出す…（{count} 件）</translation>
    </message>
    <message>
        <source>Copy the selected as a table ({count})</source>
        <translation>選択した顧客を表としてコピー（{count} 件）</translation>
    </message>
    <message>
        <source>Same person? ({count})</source>
        <translation>同一人の確認（{count}）</translation>
    </message>
    <message>
        <source>Same person?</source>
        <translation>同一人の確認</translation>
    </message>
</context>
<context>
    <name>NamedParties</name>
    <message>
        <source>Name of who asks</source>
        <translation>請求者の氏名</translation>
    </message>
    <message>
        <source>Name of whom it is about</source>
        <translation>本人の氏名</translation>
    </message>
    <message>
        <source>Name of who gets the answer</source>
        <translation>回答の送付先の氏名又は名称</translation>
    </message>
    <message>
        <source>Relation to the customer</source>
        <translation>本人との関係</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>The answer goes to somebody else</source>
        <translation>回答を請求者以外に送付する</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>Several words make a good password. Pasting from a password safe works.</source>
        <translation>いくつかの言葉をつなげると安全です。貼付けもできます。</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新しいパスワード</translation>
    </message>
    <message>
        <source>The new password again</source>
        <translation>新しいパスワード（確認）</translation>
    </message>
    <message>
        <source>Suggest a password</source>
        <translation>パスワードの候補を表示</translation>
    </message>
    <message>
        <source>At least 15 characters of any kind</source>
        <translation>15 文字以上（文字の種類は自由）</translation>
    </message>
    <message>
        <source>None of the passwords that others try first</source>
        <translation>よく使われるパスワードではない</translation>
    </message>
    <message>
        <source>More than the name of the office or your own</source>
        <translation>事業所名や氏名だけではない</translation>
    </message>
    <message>
        <source>No pattern that repeats or counts on</source>
        <translation>繰り返しや連番ではない</translation>
    </message>
</context>
<context>
    <name>NotesDialog</name>
    <message>
        <source>They stand above the history and can be rewritten. What has to stay goes there as a note.</source>
        <translation>経過の上に表示され、いつでも書き換えられます。残すべきことは、経過にメモとして記録してください。</translation>
    </message>
    <message>
        <source>Notes on the case</source>
        <translation>請求の備考</translation>
    </message>
    <message>
        <source>Save the notes</source>
        <translation>備考を保存する</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備考</translation>
    </message>
</context>
<context>
    <name>NumberDialog</name>
    <message>
        <source>Enter at least one number.</source>
        <translation>番号を一つ以上入力してください。</translation>
    </message>
    <message>
        <source>A number is replaced by one of its own kind. Enter that, or choose “None”.</source>
        <translation>入れ替えられるのは同じ種類の番号だけです。その番号を入力するか、「なし」を選んでください。</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>口座・カード等を追加する</translation>
    </message>
    <message>
        <source>It is sealed at once and shown only for a reason. Security codes are never kept.</source>
        <translation>直ちに暗号化し、理由を入力したときだけ表示します。セキュリティコードは保存できません。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加する</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>取得元</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>入れ替える番号</translation>
    </message>
    <message>
        <source>That number is no longer in use from today.</source>
        <translation>その番号は本日で使用終了となります。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>NumberEntry</name>
    <message>
        <source>0001-110-普通-9880133, or symbol and number of Japan Post Bank</source>
        <translation>0001-110-普通-9880133、ゆうちょ銀行は記号・番号</translation>
    </message>
    <message>
        <source>New number: {field}</source>
        <translation>新しい番号：{field}</translation>
    </message>
    <message>
        <source>Expiry (month/year)</source>
        <translation>有効期限（月／年）</translation>
    </message>
</context>
<context>
    <name>NumberForm</name>
    <message>
        <source>The whole number is kept, because the office decided so.</source>
        <translation>当社の設定により、全桁を保管します。</translation>
    </message>
    <message>
        <source>Only brand, last four digits and expiry are kept.</source>
        <translation>ブランド、下 4 桁、有効期限だけを保存します。</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>銀行口座</translation>
    </message>
    <message>
        <source>Bank, branch, type and number; or symbol and number of Japan Post Bank.</source>
        <translation>銀行・支店・種目・番号。ゆうちょ銀行は記号・番号</translation>
    </message>
    <message>
        <source>Account holder in kana</source>
        <translation>口座名義（カナ）</translation>
    </message>
    <message>
        <source>As it stands in the passbook.</source>
        <translation>通帳の表記どおりに入力します。</translation>
    </message>
    <message>
        <source>Credit card</source>
        <translation>クレジットカード</translation>
    </message>
    <message>
        <source>Card expiry</source>
        <translation>カードの有効期限</translation>
    </message>
    <message>
        <source>Driver&apos;s licence</source>
        <translation>運転免許証</translation>
    </message>
</context>
<context>
    <name>NumberRow</name>
    <message>
        <source>Use again</source>
        <translation>利用を再開する</translation>
    </message>
    <message>
        <source>End its use</source>
        <translation>利用を終了する</translation>
    </message>
    <message>
        <source>in use until {day}</source>
        <translation>{day} まで利用</translation>
    </message>
    <message>
        <source>fails its check – ask the customer</source>
        <translation>検査数字が合いません。顧客にご確認ください</translation>
    </message>
    <message>
        <source>only these digits are kept</source>
        <translation>この桁だけを保存しています</translation>
    </message>
</context>
<context>
    <name>NumbersTab</name>
    <message>
        <source>No bank account, card or driver&apos;s licence is kept of this customer.</source>
        <translation>この顧客の口座、カード及び運転免許証の番号は保存していません。</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>口座・カード等を追加する</translation>
    </message>
</context>
<context>
    <name>OfficeFacts</name>
    <message>
        <source>Write years like 2024, 2025.</source>
        <translation>「2024, 2025」のように西暦で入力してください。</translation>
    </message>
    <message>
        <source>What rules depend on</source>
        <translation>規則の適用条件</translation>
    </message>
    <message>
        <source>Some rules apply only to certain offices or years. Saving works everything out anew.</source>
        <translation>特定の事業所又は年度だけに適用する規則があります。保存すると、すべての保存期限を計算し直します。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>Business years with a tax loss</source>
        <translation>欠損金の生じた事業年度</translation>
    </message>
    <message>
        <source>The years in which they ended. Their papers are kept for 10 years.</source>
        <translation>事業年度が終了した年です。その年度の書類は 10 年間保存します。</translation>
    </message>
    <message>
        <source>e.g. 2024, 2025</source>
        <translation>例：2024, 2025</translation>
    </message>
    <message>
        <source>Sells by mail order (consents: 3 years)</source>
        <translation>通信販売を行う（承諾の記録を 3 年間保存）</translation>
    </message>
    <message>
        <source>Delivers goods (product liability: 10 years)</source>
        <translation>製品を引き渡す（製造物責任への備えとして 10 年間保存）</translation>
    </message>
    <message>
        <source>Designated business (identity records: 7 years)</source>
        <translation>特定事業者である（確認記録・取引記録は7年）</translation>
    </message>
</context>
<context>
    <name>OfficeLetters</name>
    <message>
        <source>How letters are sealed and numbered. Letters that were issued stay as they are.</source>
        <translation>文書に押す印影と文書番号の付け方です。発行済みの文書は変わりません。</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>印影</translation>
    </message>
    <message>
        <source>Stands before the number, as in 個情発第8-12号.</source>
        <translation>番号の前に付きます（例：個情発第8-12号）。</translation>
    </message>
    <message>
        <source>Letter series</source>
        <translation>文書記号</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>Choose a section at the left with the arrow keys, then go on with Tab. Ctrl+S saves what you changed; the bar at the bottom offers to take it back. Changes count from now on: letters that were issued and answers that were given stay as they are.</source>
        <translation>左の分類を矢印キーで選び、Tab キーで入力欄に移ります。Ctrl+S で変更を保存し、画面下の帯から元に戻せます。変更は今後の分に適用し、発行済みの文書や回答済みの請求は変わりません。</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>変更を破棄する</translation>
    </message>
</context>
<context>
    <name>OfficeProfile</name>
    <message>
        <source>What letters say of your office. A change counts for letters from now on.</source>
        <translation>文書に記載する事業所の情報です。変更は今後の文書に反映します。</translation>
    </message>
</context>
<context>
    <name>OldSheetPage</name>
    <message>
        <source>Type the recovery sheet</source>
        <translation>復旧シートを入力する</translation>
    </message>
    <message>
        <source>It opens this desk once and lets you set a manager&apos;s password. A new sheet takes its place: have a printer and an envelope at hand.</source>
        <translation>このシートで保管庫を一度だけ開き、管理者のパスワードを決め直します。代わりに新しいシートを作りますので、プリンターと封筒をご用意ください。</translation>
    </message>
    <message>
        <source>Old sheet</source>
        <translation>古いシート</translation>
    </message>
</context>
<context>
    <name>OlderDesk</name>
    <message>
        <source>The second manager has not entered login and password yet.</source>
        <translation>承認する管理者のログイン名とパスワードが入力されていません。</translation>
    </message>
    <message>
        <source>What was done in the newer one since then is missing in this copy: answers, suspensions, deletions. Open it only if the newer one is lost for good. From then on this copy counts, and the log says so first.</source>
        <translation>新しいほうでその後に行われた回答、利用停止、消去は、この複製にはありません。新しいほうが完全に失われた場合にだけ開いてください。開くと以後はこの複製が正となり、そのことが操作記録の最初に残ります。</translation>
    </message>
    <message>
        <source>Go on with this older copy?</source>
        <translation>この古い複製で業務を続けますか</translation>
    </message>
    <message>
        <source>Open this copy</source>
        <translation>この複製を開く</translation>
    </message>
    <message>
        <source>Login of the second manager</source>
        <translation>承認する管理者のログイン名</translation>
    </message>
    <message>
        <source>His password</source>
        <translation>承認する管理者のパスワード</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Ready to open</source>
        <translation>開く準備ができました</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>保管庫を開く</translation>
    </message>
    <message>
        <source>The desk is put under new keys, which may take minutes. From then on only the new sheet opens it, and the log says that the sheet was used. The passwords of all others stay as they are.</source>
        <translation>保管庫の鍵を更新します（数分かかることがあります）。以後、開けるのは新しいシートだけです。シートを使ったことは操作記録に残ります。ほかの利用者のパスワードは変わりません。</translation>
    </message>
    <message>
        <source>The desk is being opened</source>
        <translation>保管庫を開いています</translation>
    </message>
</context>
<context>
    <name>OriginForm</name>
    <message>
        <source>Came by</source>
        <translation>受付の方法</translation>
    </message>
    <message>
        <source>Language of the letters</source>
        <translation>文書の言語</translation>
    </message>
    <message>
        <source>Arrived on</source>
        <translation>到達日</translation>
    </message>
    <message>
        <source>All clocks start from this day.</source>
        <translation>すべての期限は、この日から数えます。</translation>
    </message>
    <message>
        <source>Date of the letter</source>
        <translation>請求書の日付</translation>
    </message>
    <message>
        <source>If it bears one</source>
        <translation>記載がある場合</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>Retention – {office}</source>
        <translation>保存期間&#x3000;{office}</translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation>{day} 現在</translation>
    </message>
    <message>
        <source>due-list-{day}</source>
        <translation>保存期限一覧-{day}</translation>
    </message>
    <message>
        <source>Save the due list</source>
        <translation>保存期限の一覧を保存する</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Back to the customers</source>
        <translation>顧客に戻る</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>取込み</translation>
    </message>
    <message>
        <source>Undo the import…</source>
        <translation>取込みを取り消す…</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>取込みはまだありません</translation>
    </message>
    <message>
        <source>Choose a row</source>
        <translation>行を選んでください</translation>
    </message>
    <message>
        <source>Its cells and the reason stand here.</source>
        <translation>行の内容と、確認が必要な理由を表示します。</translation>
    </message>
    <message>
        <source>All {count} rows that it brought go again, and those that wait too. The note of the file stays.</source>
        <translation>この取込みで登録した {count} 件と確認待ちの行をすべて取り除きます。取り込んだファイルの記録は残ります。</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>取込みを取り消す</translation>
    </message>
    <message>
        <source>What ends in the next 12 months</source>
        <translation>今後 12 か月に期限が来るもの</translation>
    </message>
</context>
<context>
    <name>OwnPasswordDialog</name>
    <message>
        <source>From then on only the new one opens the desk. Backups made before still open with the old one.</source>
        <translation>以後は、新しいパスワードでのみ保管庫を開けます。変更前のバックアップは、古いパスワードで開きます。</translation>
    </message>
    <message>
        <source>Change your password</source>
        <translation>パスワードの変更</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>パスワードを変更する</translation>
    </message>
    <message>
        <source>Your password until now</source>
        <translation>現在のパスワード</translation>
    </message>
</context>
<context>
    <name>OwnerDialog</name>
    <message>
        <source>Hand the request over</source>
        <translation>担当者の変更</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>担当者を変更する</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当者</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Nothing found.</source>
        <translation>該当するものはありません。</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>検索の結果</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Back to the record</source>
        <translation>顧客情報へ戻る</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>見本</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>To</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>写しを保存する</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷する</translation>
    </message>
</context>
<context>
    <name>PaperRow</name>
    <message>
        <source>Choose a paper</source>
        <translation>書類を選択</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Seen as</source>
        <translation>原本・写し</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>発行日</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Blacked out on the copy</source>
        <translation>写しで黒塗りされている欄</translation>
    </message>
    <message>
        <source>Remove this paper</source>
        <translation>この書類を削除する</translation>
    </message>
</context>
<context>
    <name>PapersDialog</name>
    <message>
        <source>One with a photo is enough, or two without. The acknowledgement names them; if it was sent already, a letter of its own does. The deadline stands from the day on which the requester is told.</source>
        <translation>顔写真付きの書類は1点、それ以外は2点で足ります。受付通知に記載し、受付通知の発送後であれば書類提出依頼を別に作成します。対応期限は、請求者に知らせた日から停止します。</translation>
    </message>
    <message>
        <source>Which papers are needed?</source>
        <translation>必要な書類</translation>
    </message>
    <message>
        <source>Settle the papers</source>
        <translation>この書類に決める</translation>
    </message>
</context>
<context>
    <name>PapersEditor</name>
    <message>
        <source>Another paper</source>
        <translation>書類を追加する</translation>
    </message>
</context>
<context>
    <name>PartiesDialog</name>
    <message>
        <source>Letters to come go to these names and addresses; a customer&apos;s own address is that of his record. After a change identity is checked again; who else gets the answer shows a mandate.</source>
        <translation>今後の文書は、ここに記した氏名及び住所に宛てます。ご本人の住所は顧客情報によります。変更した後は、本人確認をやり直します。別の方に回答を送るときは、委任状などの確認が必要です。</translation>
    </message>
    <message>
        <source>Who asks, and who gets the answer</source>
        <translation>請求者と回答の送付先</translation>
    </message>
    <message>
        <source>Save the parties</source>
        <translation>保存する</translation>
    </message>
</context>
<context>
    <name>PartiesForm</name>
    <message>
        <source>Who asks</source>
        <translation>請求者の資格</translation>
    </message>
</context>
<context>
    <name>PartnerDialog</name>
    <message>
        <source>A company that gives you data of customers, such as a shop system or a payment service.</source>
        <translation>顧客のデータの提供を受ける会社です（通販サイトの運営会社、決済代行会社など）。</translation>
    </message>
    <message>
        <source>Add a partner</source>
        <translation>提携先を追加する</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>提携先</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加する</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name of the company</source>
        <translation>会社名</translation>
    </message>
    <message>
        <source>What it supplies</source>
        <translation>提供を受けるデータ</translation>
    </message>
    <message>
        <source>e.g. orders and payments of the web shop</source>
        <translation>例：通販サイトの注文と決済の記録</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>所在地</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>代表者</translation>
    </message>
    <message>
        <source>How it got the data</source>
        <translation>データの取得の経緯</translation>
    </message>
    <message>
        <source>Has to be asked and noted before its data are taken (APPI Art. 30).</source>
        <translation>提供を受ける前に確認し、記録する必要があります（個人情報保護法第30条）。</translation>
    </message>
    <message>
        <source>Contract since</source>
        <translation>契約日</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>終了日</translation>
    </message>
</context>
<context>
    <name>Partners</name>
    <message>
        <source>Partners</source>
        <translation>提携先</translation>
    </message>
    <message>
        <source>Companies that give you data of customers. Imports name them on every record.</source>
        <translation>顧客のデータの提供を受ける会社です。取り込んだ記録には、提携先の名称が付きます。</translation>
    </message>
    <message>
        <source>Add a partner</source>
        <translation>提携先を追加する</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>An import of transactions adds its partners by itself.</source>
        <translation>取引を取り込むと、その提携先は自動で追加されます。</translation>
    </message>
    <message>
        <source>No partners yet</source>
        <translation>提携先の登録はありません</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Choose a request at the left, or take a new one in. The desk then says each next step.</source>
        <translation>左の一覧から請求を選ぶか、新しい請求を受け付けてください。次に行う手続を順に案内します。</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>請求を選んでください</translation>
    </message>
    <message>
        <source>Take in a request</source>
        <translation>請求を受け付ける</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Show the password</source>
        <translation>パスワードを表示する</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>パスワードを隠す</translation>
    </message>
</context>
<context>
    <name>PathLine</name>
    <message>
        <source>Choose</source>
        <translation>選択</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Page {page} of {count}</source>
        <translation>{page}／{count} ページ</translation>
    </message>
    <message>
        <source>Pages of the letter</source>
        <translation>文書のページ</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷する</translation>
    </message>
</context>
<context>
    <name>Permissions</name>
    <message>
        <source>What each role may do and see. The desk itself keeps to this, not only its screens.</source>
        <translation>役割ごとに、できる操作と見られる情報です。画面だけでなく、保管庫そのものがこのとおりに制限します。</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>できる操作</translation>
    </message>
    <message>
        <source>May see</source>
        <translation>見られる情報</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
</context>
<context>
    <name>PersonChooser</name>
    <message>
        <source>Name, kana or customer number</source>
        <translation>氏名、フリガナ又は顧客番号</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>見つかった顧客</translation>
    </message>
    <message>
        <source>Type a part of the name</source>
        <translation>氏名の一部を入力してください</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Everything that follows is done to this customer&apos;s record. Another one needs another check.</source>
        <translation>以後の手続は、この顧客の情報に対して行います。別の顧客に変えるときは、本人確認もやり直します。</translation>
    </message>
    <message>
        <source>Whom is it about?</source>
        <translation>本人の特定</translation>
    </message>
    <message>
        <source>Link the customer</source>
        <translation>顧客を特定する</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>請求者の資格</translation>
    </message>
</context>
<context>
    <name>PersonEditor</name>
    <message>
        <source>Edit the customer</source>
        <translation>顧客情報の編集</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>顧客の登録</translation>
    </message>
    <message>
        <source>This was typed before and is not saved yet.</source>
        <translation>前回入力された内容です。まだ保存されていません。</translation>
    </message>
    <message>
        <source>Numbers are not kept with it; type them again.</source>
        <translation>番号は一緒に残りません。もう一度入力してください。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
</context>
<context>
    <name>PersonFinder</name>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Name, kana, number, phone, mail or address</source>
        <translation>氏名、フリガナ、番号、電話、メール、住所</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>見つかった顧客</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Of what you enter here; the customer is told it.</source>
        <translation>今回入力する内容の取得元です。開示の際にご本人に伝わります。</translation>
    </message>
    <message>
        <source>Alias or foreign name</source>
        <translation>通称・外国語の氏名</translation>
    </message>
    <message>
        <source>Former name</source>
        <translation>旧氏名</translation>
    </message>
    <message>
        <source>Further address</source>
        <translation>その他の住所</translation>
    </message>
    <message>
        <source>Letters go here as long as it stands here.</source>
        <translation>入力している間、文書はこちらに送ります。</translation>
    </message>
    <message>
        <source>As it is written officially</source>
        <translation>戸籍等の正式な表記</translation>
    </message>
    <message>
        <source>Letters go to another address</source>
        <translation>文書を別の住所に送る</translation>
    </message>
    <message>
        <source>The name until now was right and becomes a former name</source>
        <translation>これまでの氏名を旧氏名として残す（誤記の訂正ではない）</translation>
    </message>
    <message>
        <source>Addresses and contacts</source>
        <translation>住所・連絡先</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>ご利用の状況</translation>
    </message>
</context>
<context>
    <name>PlaceHold</name>
    <message>
        <source>Choose the customer in the list first.</source>
        <translation>先に、一覧から顧客を選んでください。</translation>
    </message>
    <message>
        <source>Place a hold</source>
        <translation>廃棄の保留</translation>
    </message>
    <message>
        <source>While a hold stands, nothing of this customer is due. A manager lifts it, with a reason.</source>
        <translation>保留の間、この顧客のデータは廃棄の対象になりません。解除は、管理者が理由を付けて行います。</translation>
    </message>
    <message>
        <source>Place the hold</source>
        <translation>廃棄を保留する</translation>
    </message>
    <message>
        <source>Name of the hold</source>
        <translation>保留の名称</translation>
    </message>
    <message>
        <source>e.g. lawsuit 2026 wa 123</source>
        <translation>例：令和8年（ワ）第123号</translation>
    </message>
    <message>
        <source>Review on</source>
        <translation>見直し日</translation>
    </message>
    <message>
        <source>A day to come on which somebody asks if it is still needed.</source>
        <translation>保留を続けるかどうかを見直す、今後の日付です。</translation>
    </message>
</context>
<context>
    <name>PlacePage</name>
    <message>
        <source>A new desk for your office</source>
        <translation>新しい保管庫を作る</translation>
    </message>
    <message>
        <source>Five short pages. Have a printer and an envelope at hand: one page has to be printed.</source>
        <translation>短い画面が五つあります。印刷するものがありますので、プリンターと封筒をご用意ください。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>保存場所</translation>
    </message>
    <message>
        <source>Nothing can be written there. Choose a folder that exists on this PC.</source>
        <translation>そこには書き込めません。この PC にあるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>画面の言語</translation>
    </message>
    <message>
        <source>Letters follow the customer&apos;s language.</source>
        <translation>文書の言語は、顧客ごとに決まります。</translation>
    </message>
    <message>
        <source>The desk becomes a folder in there, named after the office. Everything in it is encrypted.</source>
        <translation>この中に、事業所名の付いた保管庫のフォルダーを作ります。中身はすべて暗号化されます。</translation>
    </message>
    <message>
        <source>Where the desk lies</source>
        <translation>保管庫の保存場所</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>フォルダーを選ぶ</translation>
    </message>
    <message>
        <source>One PC at a time can open a desk. Moving it later to another PC is simply moving its folder.</source>
        <translation>保管庫を同時に開けるのは 1 台の PC だけです。後で別の PC へ移すときは、フォルダーを移動するだけで済みます。</translation>
    </message>
    <message>
        <source>This folder is copied to other places by a sync program, which can damage a desk while it is open. A folder that stays on this PC is safer.</source>
        <translation>このフォルダーは、同期ソフトによって別の場所に複製されます。開いている間に同期されると、保管庫が壊れるおそれがあります。この PC の中だけにあるフォルダーの方が安全です。</translation>
    </message>
    <message>
        <source>This looks like a USB stick. Pulled out at the wrong moment, or lost, it takes the desk with it. A folder on this PC is safer.</source>
        <translation>USB メモリーのようです。使用中に抜いたり紛失したりすると、保管庫も失われます。この PC のフォルダーの方が安全です。</translation>
    </message>
    <message>
        <source>This folder lies on the network, where a broken connection damages a desk. Choose a folder on this PC.</source>
        <translation>ネットワーク上のフォルダーです。接続が切れると、保管庫が壊れるおそれがあります。この PC のフォルダーを選んでください。</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>English wording for letters in English</source>
        <translation>英文の文書に使う英語表記</translation>
    </message>
    <message>
        <source>Month {number}</source>
        <translation>{number} 月</translation>
    </message>
    <message>
        <source>Name of the office</source>
        <translation>事業所名</translation>
    </message>
    <message>
        <source>As it stands on letters.</source>
        <translation>文書に記載する名称です。</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Address, one or two lines</source>
        <translation>住所（1～2 行）</translation>
    </message>
    <message>
        <source>Title of the representative</source>
        <translation>代表者の役職</translation>
    </message>
    <message>
        <source>Name of the representative</source>
        <translation>代表者の氏名</translation>
    </message>
    <message>
        <source>Department in charge</source>
        <translation>担当部署</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Hours in which you answer</source>
        <translation>受付時間</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Contact for complaints</source>
        <translation>苦情のお申出先</translation>
    </message>
    <message>
        <source>Last month of the business year</source>
        <translation>事業年度の末月</translation>
    </message>
    <message>
        <source>Tax papers are kept from its end.</source>
        <translation>税務書類の保存期間は、事業年度の末日をもとに数えます。</translation>
    </message>
    <message>
        <source>Name of the office in English</source>
        <translation>事業所名（英語）</translation>
    </message>
    <message>
        <source>Address in English</source>
        <translation>住所（英語）</translation>
    </message>
    <message>
        <source>Title of the representative in English</source>
        <translation>代表者の役職（英語）</translation>
    </message>
    <message>
        <source>Name of the representative in English</source>
        <translation>代表者の氏名（英語）</translation>
    </message>
    <message>
        <source>Department in charge in English</source>
        <translation>担当部署（英語）</translation>
    </message>
    <message>
        <source>Hours in English</source>
        <translation>受付時間（英語）</translation>
    </message>
    <message>
        <source>Contact for complaints in English</source>
        <translation>苦情のお申出先（英語）</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>Your office, as letters will name it</source>
        <translation>文書に記載する事業所の情報</translation>
    </message>
    <message>
        <source>Only the name is needed now; the rest can follow in Office.</source>
        <translation>今は事業所名だけで構いません。ほかは、後から「設定」で入力できます。</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>事業所</translation>
    </message>
</context>
<context>
    <name>ProfileSection</name>
    <message>
        <source>a picture</source>
        <translation>画像あり</translation>
    </message>
</context>
<context>
    <name>ProfileTab</name>
    <message>
        <source>Show what was valid before</source>
        <translation>以前の内容を表示する</translation>
    </message>
    <message>
        <source>Hide what was valid before</source>
        <translation>以前の内容を隠す</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} 歳</translation>
    </message>
    <message>
        <source>{age} years, a minor</source>
        <translation>{age}歳・未成年</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>A made-up office. To unlock it again: user {user}, password “{password}”</source>
        <translation>架空の事業者です。もう一度開くとき：利用者 {user}、パスワード「{password}」</translation>
    </message>
    <message>
        <source>Your access is not complete yet: a manager has to unlock this desk once, and you again after that. Until then what needs the keys of your role stays shut.</source>
        <translation>利用の手続きがまだ済んでいません。管理者がこの保管庫を一度開いた後、あなたがもう一度開くと完了します。それまで、役割の鍵が要る操作はできません。</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is behind the last work here ({when}). Set it right.</source>
        <translation>この PC の時計が、ここでの最後の操作（{when}）より前を指しています。時計を合わせてください。</translation>
    </message>
    <message>
        <source>{count} wrong passwords were tried for your login since you were last here, the last one on {when}. If that was not you, tell a manager.</source>
        <translation>前回の利用後、あなたのログイン名でパスワードの誤りが {count} 回ありました（最後は {when}）。心当たりがなければ、管理者に知らせてください。</translation>
    </message>
</context>
<context>
    <name>ProposalCard</name>
    <message>
        <source>What the mail may ask</source>
        <translation>請求の候補</translation>
    </message>
    <message>
        <source>because the text says {words}</source>
        <translation>本文の記載：{words}</translation>
    </message>
    <message>
        <source>No kind was recognised. Read the mail and decide.</source>
        <translation>請求の種類を読み取れませんでした。本文を読んで判断してください。</translation>
    </message>
    <message>
        <source>An agent may have written, because the text says {words}</source>
        <translation>代理人からのメールかもしれません。本文の記載：{words}</translation>
    </message>
    <message>
        <source>It may be no request, because the text says {words}</source>
        <translation>請求ではないかもしれません。本文の記載：{words}</translation>
    </message>
    <message>
        <source>No customer fits. Search in the form.</source>
        <translation>該当する顧客が見つかりません。受付の画面で検索してください。</translation>
    </message>
</context>
<context>
    <name>ProposedRow</name>
    <message>
        <source>Choose a field</source>
        <translation>項目を選択</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>訂正する項目</translation>
    </message>
    <message>
        <source>Should say</source>
        <translation>訂正後の内容</translation>
    </message>
</context>
<context>
    <name>Protection</name>
    <message>
        <source>When the desk locks itself, which numbers it keeps, and under which keys it lies.</source>
        <translation>自動ロックまでの時間、保管する番号、保管庫の鍵。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>する</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>自動ロック</translation>
    </message>
    <message>
        <source>Counted from the last key or movement of the mouse.</source>
        <translation>最後にキーボード又はマウスを操作してから数えます。</translation>
    </message>
    <message>
        <source>{minutes} min without work</source>
        <translation>操作がないまま {minutes} 分</translation>
    </message>
    <message>
        <source>Keep whole card numbers</source>
        <translation>カード番号の全桁を保存する</translation>
    </message>
    <message>
        <source>Brand, last four digits and expiry answer almost every request. Whole card numbers bring the duties of the Installment Sales Act and of PCI DSS with them, and make a theft far worse. Leave this off unless a contract forces you.</source>
        <translation>ブランド、下 4 桁及び有効期限があれば、ほとんどの請求に回答できます。全桁を保存すると、割賦販売法と PCI DSS の義務が生じ、漏えいしたときの被害も大きくなります。契約上必要な場合を除き、保存しないでください。</translation>
    </message>
</context>
<context>
    <name>PurposeActs</name>
    <message>
        <source>{purpose}, once until {day}: {reason}</source>
        <translation>{purpose}、{day} までの一回限り：{reason}</translation>
    </message>
    <message>
        <source>{purpose} until {day}: {reason}</source>
        <translation>{purpose}、{day} まで：{reason}</translation>
    </message>
</context>
<context>
    <name>PurposeDialog</name>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>On</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>Purpose of use</source>
        <translation>利用目的</translation>
    </message>
    <message>
        <source>Add a purpose of use</source>
        <translation>利用目的を追加</translation>
    </message>
    <message>
        <source>As your privacy policy names it. A changed purpose must stay close to the one before, and has to be published or notified (APPI Art. 17, 21).</source>
        <translation>プライバシーポリシーの文言どおりに入力してください。利用目的の変更は、変更前と関連性を有すると合理的に認められる範囲に限られ、公表又は本人への通知が必要です（個人情報保護法第17条、第21条）。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Purpose, in Japanese</source>
        <translation>利用目的（日本語）</translation>
    </message>
    <message>
        <source>Purpose, in English</source>
        <translation>利用目的（英語）</translation>
    </message>
    <message>
        <source>Short name, in Japanese</source>
        <translation>略称（日本語）</translation>
    </message>
    <message>
        <source>Short name, in English</source>
        <translation>略称（英語）</translation>
    </message>
    <message>
        <source>Advertising: an opt-out ends it without papers</source>
        <translation>広告宣伝：本人確認書類なしの配信停止の対象</translation>
    </message>
    <message>
        <source>Data used for it</source>
        <translation>利用するデータ</translation>
    </message>
</context>
<context>
    <name>PurposeField</name>
    <message>
        <source>Purpose of use</source>
        <translation>利用目的</translation>
    </message>
</context>
<context>
    <name>Purposes</name>
    <message>
        <source>Purposes of use</source>
        <translation>利用目的</translation>
    </message>
    <message>
        <source>As your privacy policy names them. Customers&apos; consents and suspensions refer to these.</source>
        <translation>プライバシーポリシーに記載した利用目的です。顧客の同意や利用停止は、この単位で管理します。</translation>
    </message>
    <message>
        <source>Add a purpose</source>
        <translation>利用目的を追加</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>無効にする</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>有効にする</translation>
    </message>
    <message>
        <source>Data used: {data}</source>
        <translation>利用するデータ：{data}</translation>
    </message>
</context>
<context>
    <name>PurposesTab</name>
    <message>
        <source>Purposes of use</source>
        <translation>利用目的</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>同意を記録</translation>
    </message>
    <message>
        <source>Opt-out</source>
        <translation>配信停止を記録</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>利用を停止…</translation>
    </message>
    <message>
        <source>Lift…</source>
        <translation>停止を解除…</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>本日の状況</translation>
    </message>
    <message>
        <source>Data used</source>
        <translation>利用するデータ</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Course of the decisions on purposes</source>
        <translation>利用目的に関する経過</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>Consents, opt-outs, suspensions and exemptions follow.</source>
        <translation>同意・配信停止・利用停止・例外利用がここに並びます。</translation>
    </message>
    <message>
        <source>Label…</source>
        <translation>ラベル…</translation>
    </message>
    <message>
        <source>Exemption…</source>
        <translation>例外利用…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>例外の取消し…</translation>
    </message>
    <message>
        <source>Select the purposes for which the customer decided something.</source>
        <translation>お客様の意思を記録する利用目的を選んでください。</translation>
    </message>
    <message>
        <source>{purpose}: {stand}. The customer said nothing about it.</source>
        <translation>{purpose}：{stand}（お客様のお申し出はありません）</translation>
    </message>
    <message>
        <source>{purpose}: {stand} since {day}.</source>
        <translation>{purpose}：{stand}（{day} から）。</translation>
    </message>
    <message>
        <source>It ends after {day}.</source>
        <translation>{day} で終了します。</translation>
    </message>
    <message>
        <source>By request {number}.</source>
        <translation>請求 {number} によるものです。</translation>
    </message>
    <message>
        <source>A suspension begins on {day}.</source>
        <translation>{day} から利用停止になります。</translation>
    </message>
    <message>
        <source>Exemption for a single use until {day}: {reason} (signed by {name}).</source>
        <translation>{day} まで一回限りの例外利用：{reason}（承認：{name}）。</translation>
    </message>
    <message>
        <source>Exemption for every use until {day}: {reason} (signed by {name}).</source>
        <translation>{day} までの例外利用：{reason}（承認：{name}）。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>ドライブ</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>場所：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>ファイルの種類：</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Double Sided Printing</source>
        <translation>両面印刷</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>Long side binding</source>
        <translation>長辺とじ</translation>
    </message>
    <message>
        <source>Short side binding</source>
        <translation>短辺とじ</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Page &amp;Set:</source>
        <translation>ページの組：</translation>
    </message>
    <message>
        <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
        <translation>ページか範囲をコンマで区切って指定します。範囲は2つの数字をハイフンでつなぎます。例: 3,5-7,9 は 3、5、6、7、9 ページを印刷します。</translation>
    </message>
</context>
<context>
    <name>ReasonField</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>In a few words, 10 characters or more. It goes into the log.</source>
        <translation>10 文字以上で入力してください。操作記録に残ります。</translation>
    </message>
</context>
<context>
    <name>ReasonLine</name>
    <message>
        <source>Why do you need the number? It goes into the log.</source>
        <translation>番号が必要な理由（操作記録に残ります）</translation>
    </message>
    <message>
        <source>10 characters or more</source>
        <translation>10 文字以上</translation>
    </message>
    <message>
        <source>e.g. refund of order 1234</source>
        <translation>例：注文 1234 の返金手続のため</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示する</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>ReceivedForm</name>
    <message>
        <source>Partner</source>
        <translation>提供元</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>代表者</translation>
    </message>
    <message>
        <source>How the partner got the data</source>
        <translation>取得の経緯</translation>
    </message>
    <message>
        <source>Which data</source>
        <translation>データの項目</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>提供を受けた日</translation>
    </message>
    <message>
        <source>Kept with the import as the record of what was received (Art. 30).</source>
        <translation>第三者提供を受けた際の確認・記録（法第30条）として、この取込みとともに保存されます。</translation>
    </message>
</context>
<context>
    <name>RecordHead</name>
    <message>
        <source>Take in a request</source>
        <translation>請求を受け付ける</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集する</translation>
    </message>
    <message>
        <source>What would we answer today?</source>
        <translation>今日開示するとしたら</translation>
    </message>
    <message>
        <source>There are changes that were not saved.</source>
        <translation>保存していない変更があります。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>編集を続ける</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄する</translation>
    </message>
    <message>
        <source>no customer number</source>
        <translation>顧客番号なし</translation>
    </message>
    <message>
        <source>Use suspended, do not use for: {purposes}</source>
        <translation>利用停止中（次の目的に利用できません）：{purposes}</translation>
    </message>
    <message>
        <source>Opted out of: {purposes}</source>
        <translation>配信停止：{purposes}</translation>
    </message>
    <message>
        <source>Open requests: {count}</source>
        <translation>対応中の請求 {count} 件</translation>
    </message>
    <message>
        <source>To mend: {count}</source>
        <translation>要修正 {count} 件</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>Transactions</source>
        <translation>取引</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>No requests</source>
        <translation>請求はありません</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>No letters</source>
        <translation>文書はありません</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保存期間</translation>
    </message>
    <message>
        <source>Nothing is kept that has a period</source>
        <translation>保存期間の定めのあるものはありません</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Nothing was changed since it was entered</source>
        <translation>登録後の変更はありません</translation>
    </message>
    <message>
        <source>Nobody has looked</source>
        <translation>閲覧した人はいません</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>閲覧</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>基本情報</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>口座・カード等</translation>
    </message>
    <message>
        <source>Purposes</source>
        <translation>利用目的</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>関係者</translation>
    </message>
    <message>
        <source>Record of the customer</source>
        <translation>顧客情報</translation>
    </message>
</context>
<context>
    <name>RecoverWizard</name>
    <message>
        <source>The desk stays as it was, and the old sheet still opens it. Destroy the new one if you printed it.</source>
        <translation>保管庫はそのままで、古いシートも引き続き使えます。新しいシートを印刷した場合は廃棄してください。</translation>
    </message>
    <message>
        <source>Leave without opening?</source>
        <translation>開かずにやめますか</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Open with the recovery sheet</source>
        <translation>復旧シートで開く</translation>
    </message>
</context>
<context>
    <name>ReplaceSheetDialog</name>
    <message>
        <source>From then on only the new sheet opens the desk. It is put under new keys in the same step, which may take minutes.</source>
        <translation>以後、保管庫を開けるのは新しいシートだけです。同時に保管庫の鍵を更新します（数分かかることがあります）。</translation>
    </message>
    <message>
        <source>A new recovery sheet</source>
        <translation>新しい復旧シート</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>次へ</translation>
    </message>
</context>
<context>
    <name>ReportPane</name>
    <message>
        <source>log-report-{month}</source>
        <translation>操作記録-月次報告-{month}</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>月次報告を保存</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>対象の月</translation>
    </message>
    <message>
        <source>Says who did what how often, what was refused, and the code that binds the log up to there. Print it, have it signed, and keep it apart from this PC: with its code the log can be compared later.</source>
        <translation>誰が何を何回行ったか、何が拒否されたか、その月までの照合コードを記載します。印刷して確認者が署名し、この PC とは別の場所に保管してください。後日、このコードで操作記録を照合できます。</translation>
    </message>
    <message>
        <source>Draw the report</source>
        <translation>月次報告を作る</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷する</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>写しを保存する</translation>
    </message>
    <message>
        <source>No report is drawn yet</source>
        <translation>月次報告はまだ作られていません</translation>
    </message>
    <message>
        <source>Choose the month at the left; drawing it is noted in the log.</source>
        <translation>左で月を選んでください。作ったことは操作記録に残ります。</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{year}年{month}</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>The list shows the requests of one state; Up and Down choose, Enter goes into the case. The button at the top of a case is always the next lawful step. Mails can be dropped here: each is read, and a request is proposed; nothing becomes a request before you say so. A clock tells why its date is what it is.</source>
        <translation>一覧には、選んだ状態の請求を表示します。上下キーで選び、Enter キーで請求に移ります。請求の上部のボタンは、常に、法令に沿った次の手続を示します。メールのファイルをここにドロップすると、内容を読み取って請求の候補を示します。受け付けるまでは請求になりません。期限には、その日付になる理由を表示できます。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Take in a request</source>
        <translation>請求を受け付ける</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>Take in mails</source>
        <translation>メールを取り込む</translation>
    </message>
    <message>
        <source>Mail files</source>
        <translation>メールのファイル</translation>
    </message>
</context>
<context>
    <name>RestoreWizard</name>
    <message>
        <source>Restore a backup</source>
        <translation>バックアップの復元</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>The backup is being restored</source>
        <translation>復元しています</translation>
    </message>
    <message>
        <source>Restoring a backup</source>
        <translation>復元の結果</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>保管庫を開く</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Nothing was restored</source>
        <translation>復元できませんでした</translation>
    </message>
    <message>
        <source>The desk is there</source>
        <translation>復元しました</translation>
    </message>
    <message>
        <source>As of {made}, in {folder}</source>
        <translation>{made} 現在の内容、保存先：{folder}</translation>
    </message>
    <message>
        <source>From the newer desk: {stands} suspensions and consents, corrections of {corrected} customers.</source>
        <translation>新しい保管庫から引き継いだもの：利用停止・同意 {stands} 件、訂正 {corrected} 名分。</translation>
    </message>
    <message>
        <source>Disposed of since the backup, and erased again: {count} customers</source>
        <translation>バックアップより後に廃棄した顧客を改めて消去しました：{count} 名</translation>
    </message>
    <message>
        <source>Users closed since, open again: {logins}</source>
        <translation>その後に停止した利用者のうち、再び有効になっている者：{logins}</translation>
    </message>
</context>
<context>
    <name>RetentionActs</name>
    <message>
        <source>“{name}” on {person}. What is over its last day becomes due again.</source>
        <translation>{person} の保留「{name}」を解除します。保存期限を過ぎたものは、再び廃棄の対象になります。</translation>
    </message>
    <message>
        <source>“{rule}”. Everything that it applies to is worked out anew at once.</source>
        <translation>「{rule}」。この規則が適用されるものの保存期限を、直ちに計算し直します。</translation>
    </message>
    <message>
        <source>Switch the rule on</source>
        <translation>規則を有効にする</translation>
    </message>
    <message>
        <source>Switch the rule off</source>
        <translation>規則を無効にする</translation>
    </message>
</context>
<context>
    <name>RetentionPage</name>
    <message>
        <source>Every record is kept as long as the longest rule that applies to it, and nothing goes by itself. Press a figure, or a part of a bar, to see what it counts; in the bars the arrows walk, Enter opens. Select a line to read why it is kept. A hold (Ctrl+N) stops disposal of all that is held of a customer until a manager lifts it. A changed rule (F2) gets a new version with its first day; earlier versions stay readable. “No date” means that a day or a rule is missing, never that something may be disposed of.</source>
        <translation>記録は、適用される規則のうち最も長い期間保存し、自動では廃棄しません。数字又は棒の一部を押すと、その内訳を表示します。棒グラフの中は矢印キーで移動し、Enter キーで開きます。行を選ぶと、保存の理由を表示します。保留（Ctrl+N）は、管理者が解除するまで、その顧客について保有するものすべての廃棄を止めます。規則を変更（F2）すると、適用開始日の付いた新しい版になります。これまでの版も確認できます。「期限なし」は、起算日又は規則が不明なものです。廃棄してよいという意味ではありません。</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保存期間</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>期限の来るもの</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷する</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表（CSV）</translation>
    </message>
    <message>
        <source>Excel (XLSX)</source>
        <translation>Excel（XLSX）</translation>
    </message>
    <message>
        <source>Retention is the manager&apos;s</source>
        <translation>保存期間は管理者の画面です</translation>
    </message>
    <message>
        <source>Until when something is kept, and why, stands in each customer&apos;s record under Retention.</source>
        <translation>保存期限とその理由は、各顧客の情報の「保存期間」で確認できます。</translation>
    </message>
</context>
<context>
    <name>ReturnedDialog</name>
    <message>
        <source>The letter is kept as it is. The way on is a new letter to the right address.</source>
        <translation>文書はそのまま保存します。正しい宛先で、新しい文書を発行してください。</translation>
    </message>
    <message>
        <source>{number} came back</source>
        <translation>{number}の返戻</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>返戻を記録する</translation>
    </message>
    <message>
        <source>Came back on</source>
        <translation>返戻日</translation>
    </message>
    <message>
        <source>What the post says, for example: moved, unknown</source>
        <translation>返戻の理由（例：転居先不明、宛所に尋ねあたりません）</translation>
    </message>
</context>
<context>
    <name>RoleDialog</name>
    <message>
        <source>{name} has this role already.</source>
        <translation>{name} さんはすでにこの役割です。</translation>
    </message>
    <message>
        <source>Counts at once. A role that holds fewer keys puts the desk under new ones, which may take minutes.</source>
        <translation>すぐに反映されます。持つ鍵が減る役割にすると、保管庫の鍵を更新します（数分かかることがあります）。</translation>
    </message>
    <message>
        <source>Another role for {name}</source>
        <translation>{name} さんの役割を変更する</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>役割を変更する</translation>
    </message>
</context>
<context>
    <name>RoleField</name>
    <message>
        <source>Works with customers and requests, and sees numbers for a reason that is logged.</source>
        <translation>顧客と請求を扱います。番号は、理由を記録したうえで見られます。</translation>
    </message>
    <message>
        <source>Also approves, sets rules, and lets colleagues in.</source>
        <translation>さらに、承認、規則の設定、利用者の招待ができます。</translation>
    </message>
    <message>
        <source>Reads the log and verifies it; holds no key to the numbers and changes nothing.</source>
        <translation>操作記録を読み、検証します。番号の鍵は持たず、何も変更できません。</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
</context>
<context>
    <name>RotateDialog</name>
    <message>
        <source>Once a year, and after a password was changed that may have become known. Everything is written anew, which may take minutes and needs as much room again; passwords and the recovery sheet stay as they are.</source>
        <translation>年に一度、及び知られたおそれのあるパスワードを変更した後に行います。全てを書き直すため、数分かかることがあり、同じだけの空き容量が必要です。パスワードと復旧シートはそのまま使えます。</translation>
    </message>
    <message>
        <source>Put the desk under new keys?</source>
        <translation>保管庫の鍵を更新しますか</translation>
    </message>
    <message>
        <source>Rotate the keys</source>
        <translation>鍵を更新する</translation>
    </message>
</context>
<context>
    <name>RowPane</name>
    <message>
        <source>Show its numbers</source>
        <translation>番号を表示する</translation>
    </message>
    <message>
        <source>Set aside…</source>
        <translation>対象外にする…</translation>
    </message>
    <message>
        <source>Enter the customer</source>
        <translation>顧客として登録する</translation>
    </message>
    <message>
        <source>Row {row} of import {batch}</source>
        <translation>取込み {batch} の {row} 行目</translation>
    </message>
    <message>
        <source>Set the row aside</source>
        <translation>行を対象外にする</translation>
    </message>
    <message>
        <source>Nobody is entered from it. The row stays with its import and can be brought back by Undo.</source>
        <translation>この行からは顧客を登録しません。行は取込みの記録に残り、「元に戻す」で確認待ちに戻せます。</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>対象外にする</translation>
    </message>
    <message>
        <source>Why is nobody entered?</source>
        <translation>登録しない理由</translation>
    </message>
</context>
<context>
    <name>RulesPane</name>
    <message>
        <source>What rules depend on…</source>
        <translation>規則の適用条件…</translation>
    </message>
    <message>
        <source>Work everything out anew</source>
        <translation>すべて計算し直す</translation>
    </message>
    <message>
        <source>Change the period…</source>
        <translation>保存期間を変更する…</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>{count} rules, {on} of them on</source>
        <translation>規則 {count} 件（有効 {on} 件）</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>有効にする</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>無効にする</translation>
    </message>
    <message>
        <source>Select a rule to see all of it.</source>
        <translation>規則を選ぶと、内容を表示します。</translation>
    </message>
    <message>
        <source>{category}: {period} from {trigger}. {basis} ({mark}).</source>
        <translation>{category}：{trigger}から{period}。{basis}（{mark}）</translation>
    </message>
    <message>
        <source>Applies only to: {condition}.</source>
        <translation>適用の条件：{condition}</translation>
    </message>
    <message>
        <source>A law forbids earlier disposal.</source>
        <translation>期間内の廃棄は、法令により禁じられています。</translation>
    </message>
    <message>
        <source>The office&apos;s own interest.</source>
        <translation>事業所の必要により保存するものです。</translation>
    </message>
    <message>
        <source>Version {n}: {period}, {on}, from {day}</source>
        <translation>第 {n} 版：{period}、{on}、{day} から</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>Stop</source>
        <translation>中止する</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>取込みを取り消す</translation>
    </message>
    <message>
        <source>Same person?</source>
        <translation>同一人の確認</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>取込みの進み具合</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>中止しています…</translation>
    </message>
    <message>
        <source>What was written is taken back.</source>
        <translation>書き込んだ分を元に戻しています。</translation>
    </message>
    <message>
        <source>Everybody can go on working. Stopping leaves nothing behind.</source>
        <translation>この間も作業を続けられます。中止すれば何も残りません。</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>取り込んでいます…</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>取り込みませんでした</translation>
    </message>
    <message>
        <source>Back to the check</source>
        <translation>確認に戻る</translation>
    </message>
    <message>
        <source>Rows that wait: {count}</source>
        <translation>確認待ちの行 {count} 行</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>取り込みました</translation>
    </message>
    <message>
        <source>To the customers</source>
        <translation>顧客を見る</translation>
    </message>
    <message>
        <source>{done} of {total} rows. Stopping leaves nothing behind.</source>
        <translation>{total} 行のうち {done} 行。中止すると、何も取り込みません。</translation>
    </message>
</context>
<context>
    <name>SamenessBand</name>
    <message>
        <source>Compare</source>
        <translation>比べる</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>統合を解除</translation>
    </message>
    <message>
        <source>May be the same as {name}: {grounds}.</source>
        <translation>{name} 様と同一人の可能性があります（{grounds}）。</translation>
    </message>
    <message>
        <source> {count} more may be.</source>
        <translation>ほかに {count} 人の候補があります。</translation>
    </message>
    <message>
        <source>The record of {name} was merged into this one on {day}.</source>
        <translation>{name} 様の顧客情報を {day} に統合しました。</translation>
    </message>
    <message>
        <source>Take the records apart?</source>
        <translation>統合を解除しますか。</translation>
    </message>
    <message>
        <source>Both become what they were before the merge. What was entered since stays with this one.</source>
        <translation>双方を統合前の状態に戻します。統合の後に登録した内容は、この顧客情報に残ります。</translation>
    </message>
</context>
<context>
    <name>SamenessDialog</name>
    <message>
        <source>Same person?</source>
        <translation>同一人の確認</translation>
    </message>
    <message>
        <source>Choose which record stays and which values are in use. A merge loses nothing: other names, addresses, numbers and requests go along, letters stay as they were sent. It can be taken back.</source>
        <translation>残す顧客情報と、使用する値を選んでください。統合しても失われるものはありません。ほかの氏名・住所・番号・請求は引き継ぎ、発送済みの文書は変わりません。統合は取り消せます。</translation>
    </message>
    <message>
        <source>Same person: merge</source>
        <translation>同一人：統合する</translation>
    </message>
    <message>
        <source>Not the same …</source>
        <translation>別人である…</translation>
    </message>
    <message>
        <source>Same person: only link</source>
        <translation>同一人：関連付けだけ</translation>
    </message>
    <message>
        <source>For: {grounds}</source>
        <translation>同一人とみる理由：{grounds}</translation>
    </message>
    <message>
        <source>Against: {grounds}</source>
        <translation>別人とみる理由：{grounds}</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>別人として記録</translation>
    </message>
    <message>
        <source>The two are not suggested again. It can be taken back.</source>
        <translation>この二人は今後候補に出ません。記録は取り消せます。</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>記録する</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>別人と判断した理由</translation>
    </message>
</context>
<context>
    <name>SamenessFields</name>
    <message>
        <source>no customer number</source>
        <translation>顧客番号なし</translation>
    </message>
    <message>
        <source>{number} stays</source>
        <translation>{number} を残す</translation>
    </message>
    <message>
        <source>both stay</source>
        <translation>両方残る</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>相違</translation>
    </message>
</context>
<context>
    <name>SamenessList</name>
    <message>
        <source>Back to the customers</source>
        <translation>顧客一覧に戻る</translation>
    </message>
    <message>
        <source>Look through all customers</source>
        <translation>全顧客を調べる</translation>
    </message>
    <message>
        <source>Look through</source>
        <translation>調べる</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比べる</translation>
    </message>
    <message>
        <source>Each pair shares more than chance explains. Nothing is merged by itself: somebody looks and decides.</source>
        <translation>偶然とは考えにくい一致のある組です。自動では統合しません。内容を見て判断してください。</translation>
    </message>
    <message>
        <source>Records that may be one person&apos;s</source>
        <translation>同一人の候補</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>候補はありません</translation>
    </message>
    <message>
        <source>Not searched yet</source>
        <translation>まだ調べていません</translation>
    </message>
    <message>
        <source>Look through the customers after an import, or from time to time.</source>
        <translation>取込みの後や定期的に、全顧客を調べてください。</translation>
    </message>
    <message>
        <source>{count} pairs</source>
        <translation>{count} 組</translation>
    </message>
</context>
<context>
    <name>SaveFilterDialog</name>
    <message>
        <source>Save as a filter</source>
        <translation>絞込みを保存</translation>
    </message>
    <message>
        <source>The search, what the list is narrowed to and its order come back whenever you choose it.</source>
        <translation>検索した語、絞込み、並び順をまとめて保存し、いつでも呼び出せます。</translation>
    </message>
    <message>
        <source>Save the filter</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>すべての顧客</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Everybody in the office may use it</source>
        <translation>全員で共有する</translation>
    </message>
</context>
<context>
    <name>SavedButton</name>
    <message>
        <source>Saved</source>
        <translation>保存済み</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>保存した絞込み</translation>
    </message>
    <message>
        <source>Save as a filter…</source>
        <translation>絞込みを保存…</translation>
    </message>
    <message>
        <source>Rename or delete filters…</source>
        <translation>名前の変更・削除…</translation>
    </message>
</context>
<context>
    <name>SavedDialog</name>
    <message>
        <source>Saved filters</source>
        <translation>保存した絞込み</translation>
    </message>
    <message>
        <source>A filter of the office is changed by who saved it, or by a manager.</source>
        <translation>共有の絞込みは、保存した本人又は管理者が変更できます。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>No filter is saved</source>
        <translation>保存した絞込みはありません</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Everybody in the office may use it</source>
        <translation>全員で共有する</translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation>変更を保存する</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除する</translation>
    </message>
</context>
<context>
    <name>SealField</name>
    <message>
        <source>Seal of the office (may follow later)</source>
        <translation>事業所の印影（後から登録できます）</translation>
    </message>
    <message>
        <source>A PNG with a transparent ground. Without it, letters say the seal is left out.</source>
        <translation>背景が透明な PNG 画像です。登録がないときは、文書に「（公印省略）」と記載します。</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>画像を選ぶ</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>A seal is chosen</source>
        <translation>登録あり</translation>
    </message>
    <message>
        <source>No seal is chosen</source>
        <translation>登録なし</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>From the day it left, the requester counts as told.</source>
        <translation>発送した日に、請求者へ通知したものとして扱います。</translation>
    </message>
    <message>
        <source>{number} was sent</source>
        <translation>{number}の発送</translation>
    </message>
    <message>
        <source>Record the sending</source>
        <translation>発送を記録する</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>発送の方法</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>追跡番号</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>発送日</translation>
    </message>
    <message>
        <source>The letter says that it goes by simplified registered post.</source>
        <translation>文書には簡易書留で送ると記載しています。</translation>
    </message>
</context>
<context>
    <name>SettleClock</name>
    <message>
        <source>Take this PC&apos;s clock as right?</source>
        <translation>この PC の時計を正しいものとしますか</translation>
    </message>
    <message>
        <source>What is due goes by today&apos;s date again. The log keeps both dates and your reason.</source>
        <translation>期限は、今日の日付で数え直します。両方の日付と理由は、操作記録に残ります。</translation>
    </message>
    <message>
        <source>The clock is right now</source>
        <translation>今の時計が正しい</translation>
    </message>
</context>
<context>
    <name>SetupWizard</name>
    <message>
        <source>Leave without a desk?</source>
        <translation>保管庫を作らずに中止しますか？</translation>
    </message>
    <message>
        <source>What you entered is not kept, and a sheet that was printed opens nothing. Destroy it.</source>
        <translation>入力した内容は保存されません。印刷した復旧シートは無効になりますので、破棄してください。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>中止する</translation>
    </message>
    <message>
        <source>A new desk</source>
        <translation>新しい保管庫</translation>
    </message>
</context>
<context>
    <name>SheetGroups</name>
    <message>
        <source>Group {number}</source>
        <translation>{number} 組目</translation>
    </message>
    <message>
        <source>Not as on the sheet</source>
        <translation>復旧シートと一致しません</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>The sheet went to the printer.</source>
        <translation>復旧シートを印刷しました。</translation>
    </message>
    <message>
        <source>The sheet was saved. Print it, then delete the file.</source>
        <translation>復旧シートを保存しました。印刷した後、ファイルを削除してください。</translation>
    </message>
    <message>
        <source>The recovery sheet</source>
        <translation>復旧シート</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>復旧シート</translation>
    </message>
    <message>
        <source>Print the sheet first, or save it and print it elsewhere.</source>
        <translation>先に復旧シートを印刷するか、保存して別の場所で印刷してください。</translation>
    </message>
    <message>
        <source>If all passwords are lost, this sheet is the only way into the desk. Nobody else can open it, neither the maker of the program nor a repair service.</source>
        <translation>すべてのパスワードが分からなくなったとき、保管庫を開く手段はこの復旧シートだけです。プログラムの製作者にも修理業者にも、開くことはできません。</translation>
    </message>
    <message>
        <source>Print it, seal it in an envelope, sign across the flap, and lock it away from this PC.</source>
        <translation>印刷したら封筒に入れて封をし、封じ目に署名して、この PC とは別の場所に施錠して保管してください。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF で保存する</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷する</translation>
    </message>
    <message>
        <source>Type the groups as they stand on the paper. This shows that the sheet can be read when it counts.</source>
        <translation>印刷した紙を見ながら、書かれている文字を組ごとに入力してください。いざというときに読めることを確かめます。</translation>
    </message>
    <message>
        <source>Show the sheet again</source>
        <translation>復旧シートをもう一度表示する</translation>
    </message>
    <message>
        <source>recovery-sheet.pdf</source>
        <translation>復旧シート.pdf</translation>
    </message>
    <message>
        <source>All groups are right. The sheet works.</source>
        <translation>すべて一致しました。この復旧シートは使えます。</translation>
    </message>
    <message>
        <source>Not as on the sheet yet: group {groups}. Compare the characters one by one.</source>
        <translation>{groups} 組目が復旧シートと一致しません。一文字ずつ見比べてください。</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更あり</translation>
    </message>
</context>
<context>
    <name>StaleBand</name>
    <message>
        <source>Rules or the business year changed; all last days are still the old ones.</source>
        <translation>規則又は事業年度が変わりました。保存期限は変更前のままです。</translation>
    </message>
    <message>
        <source>Work them out anew</source>
        <translation>計算し直す</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>done</source>
        <translation>済</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {step}</source>
        <translation>{count} 段階中 {number} 番目：{step}</translation>
    </message>
</context>
<context>
    <name>StrengthMeter</name>
    <message>
        <source>Empty</source>
        <translation>未入力</translation>
    </message>
    <message>
        <source>Very weak</source>
        <translation>とても弱い</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>弱い</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>強い</translation>
    </message>
    <message>
        <source>Strength of the password: {strength}</source>
        <translation>パスワードの強さ：{strength}</translation>
    </message>
</context>
<context>
    <name>StripCard</name>
    <message>
        <source>Deadlines of the next 30 days</source>
        <translation>今後 30 日の期限</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表で見る</translation>
    </message>
    <message>
        <source>Deadlines by day</source>
        <translation>日ごとの期限</translation>
    </message>
</context>
<context>
    <name>SuggestionDialog</name>
    <message>
        <source>A suggested password</source>
        <translation>パスワードの候補</translation>
    </message>
    <message>
        <source>Write it down and keep the paper apart from this PC until you know it by heart.</source>
        <translation>紙に書き留め、覚えるまでこの PC とは別の場所に保管してください。</translation>
    </message>
    <message>
        <source>Take this password</source>
        <translation>このパスワードにする</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>別の候補</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Everything is ready</source>
        <translation>準備ができました</translation>
    </message>
    <message>
        <source>The desk starts with these purposes and rules. Look them over; Office can change rules later.</source>
        <translation>保管庫には、次の利用目的と保存期間の規則が入っています。内容をご確認ください。規則は、後から「設定」で変更できます。</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Create the desk</source>
        <translation>保管庫を作る</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>事業所</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>Purposes of use {count}</source>
        <translation>利用目的 {count}</translation>
    </message>
    <message>
        <source>Retention rules {count}</source>
        <translation>保存期間の規則 {count}</translation>
    </message>
    <message>
        <source>Purposes of use</source>
        <translation>利用目的</translation>
    </message>
    <message>
        <source>Retention rules</source>
        <translation>保存期間の規則</translation>
    </message>
    <message>
        <source>“To check” marks a rule that your tax or legal adviser should confirm for your office.</source>
        <translation>「要確認」の規則は、税理士又は弁護士に、事業所での適用をご確認ください。</translation>
    </message>
    <message>
        <source>The desk is being made</source>
        <translation>保管庫を作成しています</translation>
    </message>
</context>
<context>
    <name>SuspendDialog</name>
    <message>
        <source>Suspend the use</source>
        <translation>利用を停止する</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>e.g. customer&apos;s wish by telephone, unlawful use, no longer needed</source>
        <translation>例：電話による本人の申出、不適正な利用、必要がなくなったため</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>The customer is left out of mailings, labels and exports for these purposes; every other use is refused and counted.</source>
        <translation>これらの利用目的では、発送先・宛名ラベル・書出しから除かれ、その他の利用も拒まれて記録されます。</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最終日</translation>
    </message>
    <message>
        <source>Empty: until it is lifted.</source>
        <translation>空欄：解除されるまで。</translation>
    </message>
    <message>
        <source>Request behind it</source>
        <translation>もとになった請求</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>There are no notes on this case.</source>
        <translation>備考はありません。</translation>
    </message>
    <message>
        <source>Change the notes</source>
        <translation>備考を編集</translation>
    </message>
    <message>
        <source>Write notes</source>
        <translation>備考を書く</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>経過</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>No deadline is late, and none ends within 7 days.</source>
        <translation>期限を過ぎた請求も、7 日以内に期限の来る請求もありません。</translation>
    </message>
    <message>
        <source>Also waiting</source>
        <translation>そのほかの用件</translation>
    </message>
    <message>
        <source>Nothing else waits.</source>
        <translation>そのほかの用件はありません。</translation>
    </message>
    <message>
        <source>Here is what waits: deadlines that are late or near, decisions to approve, mails, letters to print or send, rows of an import. Tab walks over the lines, Enter opens one; the head of a group opens its whole list. In the strip of days the arrows walk by day and by week, Enter shows the requests due by that day. Paused requests have no running deadline and are left out.</source>
        <translation>今日の用件を表示します。期限を過ぎた、又は期限の近い請求、承認待ちの決定、メール、印刷又は発送を待つ文書、取込みの確認待ちの行です。Tab キーで行を移動し、Enter キーで開きます。見出しを押すと、その一覧を開きます。日付の帯は、矢印キーで 1 日又は 1 週間ずつ移動し、Enter キーでその日までに期限の来る請求を表示します。期限の進行を停止している請求は含みません。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>用件はありません。</translation>
    </message>
    <message>
        <source>Deadlines, approvals, new mails and letters to send appear here as soon as there are any.</source>
        <translation>期限の近い請求、承認待ち、新しいメール、発送待ちの文書があると、ここに表示します。</translation>
    </message>
    <message>
        <source>Take in a request</source>
        <translation>請求を受け付ける</translation>
    </message>
    <message>
        <source>Retention overdue</source>
        <translation>保存期限超過</translation>
    </message>
    <message>
        <source>past the last day</source>
        <translation>保存期限を過ぎたもの</translation>
    </message>
    <message>
        <source>Retention ends</source>
        <translation>保存期限到来</translation>
    </message>
    <message>
        <source>within 30 days</source>
        <translation>30 日以内</translation>
    </message>
    <message>
        <source>A backup was not made</source>
        <translation>バックアップを作成できませんでした</translation>
    </message>
    <message>
        <source>Last backup: {age}</source>
        <translation>最終バックアップ：{age}</translation>
    </message>
    <message>
        <source>Back up now, the last backup is old: {age}</source>
        <translation>最終バックアップが古くなっています：{age}</translation>
    </message>
    <message>
        <source>No backup yet: make one</source>
        <translation>バックアップがまだありません</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search customers, requests, letters, actions   Ctrl+K</source>
        <translation>顧客・請求・文書・操作を検索&#x3000;Ctrl+K</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>User {name}</source>
        <translation>利用者 {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>期限 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>backup {age}</source>
        <translation>バックアップ {age}</translation>
    </message>
    <message>
        <source>no backup made</source>
        <translation>バックアップ未作成</translation>
    </message>
</context>
<context>
    <name>TransactionsTab</name>
    <message>
        <source>No transactions were reported</source>
        <translation>取引の報告はありません</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>取引</translation>
    </message>
    <message>
        <source>Sums by year, partner and kind</source>
        <translation>年・提携先・種類ごとの合計</translation>
    </message>
    <message>
        <source>Each transaction</source>
        <translation>取引の一覧</translation>
    </message>
    <message>
        <source>Sums by year and partner</source>
        <translation>年・提携先ごとの合計</translation>
    </message>
    <message>
        <source>Open the import</source>
        <translation>取込みを開く</translation>
    </message>
    <message>
        <source>{count} transactions</source>
        <translation>取引 {count} 件</translation>
    </message>
    <message>
        <source>customer found by: {way}</source>
        <translation>顧客の照合：{way}</translation>
    </message>
    <message>
        <source>customer number in the file: {number}</source>
        <translation>ファイルの顧客番号：{number}</translation>
    </message>
</context>
<context>
    <name>TwoDaysDialog</name>
    <message>
        <source>As the record stood at the end of each day. Fields that never changed and sealed numbers are left out.</source>
        <translation>それぞれの日の終わりの登録内容です。一度も変更のない項目と、口座・カード等の番号は表示しません。</translation>
    </message>
    <message>
        <source>Compare two days</source>
        <translation>2つの日を比べる</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>1つ目の日</translation>
    </message>
    <message>
        <source>Second day</source>
        <translation>2つ目の日</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Opening …</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <source>Customers&apos; records, their requests and the answers, encrypted on this PC.</source>
        <translation>顧客の情報、開示等の請求、その回答を、この PC で暗号化して保管します。</translation>
    </message>
    <message>
        <source>A sync program copies this desk to other places, which can damage it. Move its folder to one that stays on this PC.</source>
        <translation>この保管庫は同期ソフトによって別の場所に複製されており、壊れるおそれがあります。フォルダーを、この PC の中だけにある場所へ移してください。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ログイン名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Password forgotten? Use the recovery sheet</source>
        <translation>パスワードを忘れた場合は復旧シートで開く</translation>
    </message>
    <message>
        <source>New desk</source>
        <translation>保管庫を作る</translation>
    </message>
    <message>
        <source>Open a desk folder</source>
        <translation>保管庫を開く</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>バックアップから復元…</translation>
    </message>
    <message>
        <source>Try the made-up office</source>
        <translation>見本の事業所で試す</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>言語と外観</translation>
    </message>
    <message>
        <source>Caps lock is on.</source>
        <translation>Caps Lock がオンになっています。</translation>
    </message>
    <message>
        <source>Try again in {seconds} s</source>
        <translation>あと {seconds} 秒お待ちください</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロックを解除する</translation>
    </message>
</context>
<context>
    <name>Users</name>
    <message>
        <source>Users</source>
        <translation>利用者</translation>
    </message>
    <message>
        <source>Who may unlock this desk. Everybody has a login and a password of his own.</source>
        <translation>この保管庫を開くことのできる人です。ログイン名とパスワードは一人ずつ異なります。</translation>
    </message>
    <message>
        <source>Invite a colleague</source>
        <translation>利用者を招待する</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>役割を変更する</translation>
    </message>
    <message>
        <source>Give a new way in</source>
        <translation>仮パスワードを発行する</translation>
    </message>
    <message>
        <source>End the access</source>
        <translation>利用を停止する</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>自分のパスワードを変更する</translation>
    </message>
</context>
<context>
    <name>VerifyCard</name>
    <message>
        <source>Is the log whole?</source>
        <translation>操作記録の検証</translation>
    </message>
    <message>
        <source>Proves every entry from the first on: that none is missing, altered or written by somebody else.</source>
        <translation>最初の記録から順に、欠落、改変、他人による書込みがないことを確かめます。</translation>
    </message>
    <message>
        <source>Verify the log</source>
        <translation>操作記録を検証する</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Go to the entry</source>
        <translation>その記録を表示する</translation>
    </message>
    <message>
        <source>The log is broken</source>
        <translation>操作記録に異常があります</translation>
    </message>
    <message>
        <source>Nothing is wrong with the log</source>
        <translation>操作記録に異常はありません</translation>
    </message>
    <message>
        <source>{done} of {total} entries</source>
        <translation>{total} 件中 {done} 件</translation>
    </message>
</context>
<context>
    <name>WaitDialog</name>
    <message>
        <source>What the office waits for</source>
        <translation>待っているもの</translation>
    </message>
    <message>
        <source>Came on</source>
        <translation>届いた日</translation>
    </message>
    <message>
        <source>The policy deadline runs again; the days of waiting are added to it.</source>
        <translation>対応期限の進行を再開し、待っていた日数だけ期限を延ばします。</translation>
    </message>
    <message>
        <source>Let the deadline run again</source>
        <translation>期限の進行を再開する</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再開する</translation>
    </message>
    <message>
        <source>Waits since</source>
        <translation>待ち始めた日</translation>
    </message>
    <message>
        <source>Only the office&apos;s own deadline stands still. Day 14 of the law runs on.</source>
        <translation>停止するのは、事業所の対応期限だけです。法律上の 14 日目は停止しません。</translation>
    </message>
    <message>
        <source>Stop the deadline</source>
        <translation>期限の進行を停止する</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止する</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Waits in import {number}</source>
        <translation>取込み {number} の確認待ち</translation>
    </message>
    <message>
        <source>Waits for somebody</source>
        <translation>確認待ち</translation>
    </message>
    <message>
        <source>Show those of all imports</source>
        <translation>すべての取込みを表示する</translation>
    </message>
    <message>
        <source>Rows: {count}</source>
        <translation>行：{count} 件</translation>
    </message>
    <message>
        <source>Transactions without a customer: {count}</source>
        <translation>顧客が未確定の取引：{count} 件</translation>
    </message>
    <message>
        <source>Rows that wait</source>
        <translation>確認待ちの行</translation>
    </message>
    <message>
        <source>Transactions without a customer</source>
        <translation>顧客が未確定の取引</translation>
    </message>
    <message>
        <source>No row waits</source>
        <translation>確認待ちの行はありません</translation>
    </message>
    <message>
        <source>Rows of an import that cannot be a customer would stand here.</source>
        <translation>顧客として登録できない行があれば、ここに表示します。</translation>
    </message>
    <message>
        <source>Every transaction has its customer</source>
        <translation>すべての取引の顧客が確定しています</translation>
    </message>
    <message>
        <source>Transactions of a customer number that nobody has would stand here.</source>
        <translation>登録のない顧客番号の取引があれば、ここに表示します。</translation>
    </message>
</context>
<context>
    <name>WarningBand</name>
    <message>
        <source>In the file: “{text}”. {why}</source>
        <translation>取込み元の記載「{text}」。{why}</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>修正する</translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>このままにする</translation>
    </message>
</context>
<context>
    <name>WayInDialog</name>
    <message>
        <source>For {name}: the first unlocking of the desk</source>
        <translation>{name} 様&#x3000;初回の利用について</translation>
    </message>
    <message>
        <source>Login: {login}</source>
        <translation>ログイン名：{login}</translation>
    </message>
    <message>
        <source>Password for the first time: {password}</source>
        <translation>初回専用パスワード：{password}</translation>
    </message>
    <message>
        <source>It works once, within {days} days. The program then asks for a password of your own. Destroy this paper afterwards.</source>
        <translation>使えるのは{days}日以内に一度だけです。続けて、ご自身のパスワードを決めていただきます。この紙はその後、廃棄してください。</translation>
    </message>
    <message>
        <source>Hand it over in person or by telephone, not together with the login by mail.</source>
        <translation>直接又は電話で伝えてください。ログイン名と一緒にメールで送らないでください。</translation>
    </message>
    <message>
        <source>The way in for {name}</source>
        <translation>{name} さんの初回専用パスワード</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Login {login}, password for the first time:</source>
        <translation>ログイン名 {login} の初回専用パスワード：</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>It is shown only now, and holds for {days} days. If it gets lost, give a new way in.</source>
        <translation>表示されるのは今だけで、{days}日間有効です。分からなくなったときは、仮パスワードを発行してください。</translation>
    </message>
</context>
<context>
    <name>WayPage</name>
    <message>
        <source>How does it open?</source>
        <translation>バックアップの開き方</translation>
    </message>
    <message>
        <source>What counts is the day of the backup: a password or a sheet that was changed since is unknown.</source>
        <translation>作成日当時のものが必要です。その後に変更したパスワードやシートでは開けません。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>With the password of a manager</source>
        <translation>管理者のパスワードで開く</translation>
    </message>
    <message>
        <source>With the recovery sheet</source>
        <translation>復旧シートで開く</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ログイン名</translation>
    </message>
    <message>
        <source>May be empty where there was only one user.</source>
        <translation>利用者が一人だけのときは空欄で構いません。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>The groups of the sheet</source>
        <translation>シートの文字列</translation>
    </message>
    <message>
        <source>In their order, with spaces or lines between.</source>
        <translation>順番どおりに、空白か改行で区切って入力します。</translation>
    </message>
</context>
<context>
    <name>WherePage</name>
    <message>
        <source>Where does the desk go?</source>
        <translation>復元先</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元する</translation>
    </message>
    <message>
        <source>Nothing can be written there. Choose a folder that exists on this PC.</source>
        <translation>そこには書き込めません。この PC にあるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Where the desk lies</source>
        <translation>保管庫を置く場所</translation>
    </message>
    <message>
        <source>The desk becomes a new folder in there. Check that there is room.</source>
        <translation>この中に新しいフォルダーを作ります。空き容量をご確認ください。</translation>
    </message>
    <message>
        <source>A newer desk (optional)</source>
        <translation>より新しい保管庫（任意）</translation>
    </message>
    <message>
        <source>If the old desk&apos;s folder still opens: suspensions, corrections and disposals since the backup are taken over from it. Without it they have to be done again.</source>
        <translation>元の保管庫がまだ開ける場合は、バックアップ後の利用停止・訂正・廃棄の情報を引き継ぎます。ない場合は、改めて処理が必要です。</translation>
    </message>
    <message>
        <source>This PC knows the desk of this backup. It counts here as an older copy once the backup is restored.</source>
        <translation>このバックアップの保管庫は、このパソコンで開いたことがあります。復元すると、元の保管庫はこのパソコンでは古い複製として扱われます。</translation>
    </message>
</context>
<context>
    <name>WhichPage</name>
    <message>
        <source>Restore a backup</source>
        <translation>バックアップの復元</translation>
    </message>
    <message>
        <source>The backup becomes a new desk beside those that are there. Nothing is overwritten.</source>
        <translation>バックアップから新しい保管庫を作ります。今ある保管庫は上書きしません。</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>File of the backup</source>
        <translation>バックアップのファイル</translation>
    </message>
    <message>
        <source>Its name ends in .privdesk-backup.</source>
        <translation>名前が .privdesk-backup で終わるファイルです。</translation>
    </message>
</context>
<context>
    <name>WhoAsks</name>
    <message>
        <source>Change the parties</source>
        <translation>氏名・連絡先を変更</translation>
    </message>
</context>
<context>
    <name>WholeNumbers</name>
    <message>
        <source>Print whole numbers (registered post only)</source>
        <translation>口座・カード番号などの全桁を記載する（書留で送る場合のみ）</translation>
    </message>
    <message>
        <source>Whole numbers can be printed once identity was checked and the disclosure is decided.</source>
        <translation>全桁の番号は、本人確認が済み、開示の決定をした後に印字できます。</translation>
    </message>
</context>
<context>
    <name>WindowLook</name>
    <message>
        <source>Language, light or dark, and size of text on this PC. Letters follow the customer&apos;s language.</source>
        <translation>この PC での言語、明るさ及び文字の大きさです。文書の言語は、顧客ごとに決まります。</translation>
    </message>
    <message>
        <source>Choose language and look</source>
        <translation>言語と外観を選ぶ</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Finish</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>あとで</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Take this line away</source>
        <translation>この行を削除する</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Find anything</source>
        <translation>全体を検索する</translation>
    </message>
    <message>
        <source>Search here</source>
        <translation>この画面で検索する</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規に作成する</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集する</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷する</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>直前の変更を元に戻す</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>Close what is on top</source>
        <translation>手前の画面を閉じる</translation>
    </message>
    <message>
        <source>Help on this screen</source>
        <translation>この画面の説明を見る</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>言語と外観</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロックする</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了する</translation>
    </message>
    <message>
        <source>Go to place {n}</source>
        <translation>{n} 番目の画面へ移る</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>1 時間以内</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 時間前</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 日前</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>新しい</translation>
    </message>
    <message>
        <source>not fresh</source>
        <translation>やや古い</translation>
    </message>
    <message>
        <source>too old</source>
        <translation>古い</translation>
    </message>
    <message>
        <source>no backup yet</source>
        <translation>未作成</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>not plugged in</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>on the same disk</source>
        <translation>同じディスク上</translation>
    </message>
    <message>
        <source>now</source>
        <translation>今すぐ</translation>
    </message>
    <message>
        <source>when locked</source>
        <translation>ロック時</translation>
    </message>
    <message>
        <source>destroyed {day}</source>
        <translation>{day} 廃棄</translation>
    </message>
    <message>
        <source>to be destroyed</source>
        <translation>廃棄期限超過</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保管中</translation>
    </message>
</context>
<context>
    <name>calendar</name>
    <message>
        <source>Closed anyway: weekend</source>
        <translation>土日のため、もともと休業日</translation>
    </message>
</context>
<context>
    <name>case</name>
    <message>
        <source>You are the only user of this office. The log and the case show that you approved your own decision.</source>
        <translation>この事業所の利用者は 1 人だけです。ご自身の決定をご自身で承認したことが、操作記録と請求の経過に残ります。</translation>
    </message>
    <message>
        <source>Approve your own decision?</source>
        <translation>ご自身の決定を承認しますか？</translation>
    </message>
    <message>
        <source>Approve all the same</source>
        <translation>承認する</translation>
    </message>
    <message>
        <source>Note for colleagues</source>
        <translation>社内メモ</translation>
    </message>
    <message>
        <source>It stays in the timeline and never moves the case.</source>
        <translation>経過に残ります。請求の状態は変わりません。</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>メモを追加する</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Withdrawn by the requester</source>
        <translation>請求者による取下げ</translation>
    </message>
    <message>
        <source>The case ends without an answer; it can be reopened.</source>
        <translation>回答せずに終結します。後から再開できます。</translation>
    </message>
    <message>
        <source>Record the withdrawal</source>
        <translation>取下げを記録する</translation>
    </message>
    <message>
        <source>How and why it was withdrawn</source>
        <translation>取下げの方法と理由</translation>
    </message>
    <message>
        <source>Reopen the request</source>
        <translation>請求の再開</translation>
    </message>
    <message>
        <source>The days since it was closed are added to the policy deadline.</source>
        <translation>終結していた日数だけ、対応期限を延ばします。</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>再開する</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Identity is not shown</source>
        <translation>本人確認ができない場合の記録</translation>
    </message>
    <message>
        <source>Nothing is refused by this. Ask for what is missing.</source>
        <translation>請求を断るものではありません。不足しているものを依頼してください。</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>記録する</translation>
    </message>
    <message>
        <source>What does not suffice</source>
        <translation>不足している点</translation>
    </message>
    <message>
        <source>Send the decisions back</source>
        <translation>決定の差戻し</translation>
    </message>
    <message>
        <source>They stay as they are; the clerk changes them and asks again.</source>
        <translation>決定はそのまま残ります。担当者が直して、改めて承認を求めます。</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>差し戻す</translation>
    </message>
    <message>
        <source>What is to be changed</source>
        <translation>直すべき点</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>決定の取消し</translation>
    </message>
    <message>
        <source>The item is open again and can be decided anew.</source>
        <translation>請求項目を未決定に戻し、改めて決定できるようにします。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Take back what was carried out</source>
        <translation>実施の取消し</translation>
    </message>
    <message>
        <source>The record says again what it said before, and stopped uses are allowed again.</source>
        <translation>顧客情報を実施前の内容に戻し、停止した利用を再開します。</translation>
    </message>
    <message>
        <source>No request</source>
        <translation>請求ではないメール</translation>
    </message>
    <message>
        <source>The mail is put aside and kept; it can be taken out again.</source>
        <translation>メールは請求以外として保管します。後から受信箱に戻せます。</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>請求以外として保管する</translation>
    </message>
    <message>
        <source>Why it is no request</source>
        <translation>請求ではないと判断した理由</translation>
    </message>
    <message>
        <source>Print whole numbers</source>
        <translation>全桁の番号を印字</translation>
    </message>
    <message>
        <source>They stand in full on the draft and on the letter. The reason goes into the log.</source>
        <translation>下書きと文書に番号が全桁で印字されます。理由は操作記録に残ります。</translation>
    </message>
    <message>
        <source>Print them</source>
        <translation>印字する</translation>
    </message>
    <message>
        <source>Why the letter needs whole numbers</source>
        <translation>全桁の番号が必要な理由</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>回数</translation>
    </message>
    <message>
        <source>Customers refused</source>
        <translation>拒まれた顧客</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最終日</translation>
    </message>
    <message>
        <source>May be the same as</source>
        <translation>同一人の候補</translation>
    </message>
    <message>
        <source>Speaks for it</source>
        <translation>同一人とみる理由</translation>
    </message>
    <message>
        <source>Speaks against it</source>
        <translation>別人とみる理由</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞込み</translation>
    </message>
    <message>
        <source>For</source>
        <translation>範囲</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申請</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状況</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>対応中</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保存期限</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>最終利用日</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>利用者</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>取込済</translation>
    </message>
    <message>
        <source>Warned</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>確認待ち</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>顧客番号</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>取引件数</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新の取引日</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取込み</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>確認待ちの理由</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>ファイルの記載</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>取扱い</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>利用目的</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Yen</source>
        <translation>金額（円）</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>提携先</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>関係</translation>
    </message>
    <message>
        <source>Reached at</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>変更元</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Log entry</source>
        <translation>記録番号</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到達日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>発行日</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送付日</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>To</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>休業日</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>曜日</translation>
    </message>
    <message>
        <source>Supplies</source>
        <translation>提供データ</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>代表者</translation>
    </message>
    <message>
        <source>How it got the data</source>
        <translation>取得の経緯</translation>
    </message>
    <message>
        <source>Contract since</source>
        <translation>契約日</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>ログイン名</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>利用状況</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保存期間</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>根拠条文</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>略称</translation>
    </message>
    <message>
        <source>Purpose of use</source>
        <translation>利用目的</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Data used</source>
        <translation>利用するデータ</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>請求の内容</translation>
    </message>
    <message>
        <source>We hold</source>
        <translation>保有しているもの</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Ground, kept until</source>
        <translation>根拠・保存期限</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>次にすること</translation>
    </message>
    <message>
        <source>Day 14</source>
        <translation>14 日目</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>From</source>
        <translation>差出人</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>請求の候補</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受信日</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>添付</translation>
    </message>
    <message>
        <source>What we hold</source>
        <translation>保有しているもの</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>登録日時</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事項</translation>
    </message>
    <message>
        <source>About</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>True of</source>
        <translation>該当日</translation>
    </message>
    <message>
        <source>By</source>
        <translation>登録者</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保留の名称</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>見直し日</translation>
    </message>
    <message>
        <source>On</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Runs from</source>
        <translation>起算日</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>満了後</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>適用開始日</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>候補の理由</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Last copy</source>
        <translation>最終作成日</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>次回</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Destroy by</source>
        <translation>廃棄期限</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>テスト日</translation>
    </message>
    <message>
        <source>Support staff</source>
        <translation>窓口担当</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>監査担当</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>分野</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顧客数</translation>
    </message>
</context>
<context>
    <name>customers</name>
    <message>
        <source>Held</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>取引</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>取消済</translation>
    </message>
    <message>
        <source>running</source>
        <translation>取込み中</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>確認待ちにする</translation>
    </message>
    <message>
        <source>taken with a warning</source>
        <translation>警告を付けて取り込む</translation>
    </message>
    <message>
        <source>Import {number}</source>
        <translation>取込み {number}</translation>
    </message>
    <message>
        <source>Request {number}</source>
        <translation>請求 {number}</translation>
    </message>
    <message>
        <source>Purpose: {name}</source>
        <translation>利用目的：{name}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>no longer in use</source>
        <translation>使用終了</translation>
    </message>
    <message>
        <source>{act}, {times} times more</source>
        <translation>{act}（ほか {times} 回）</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>利用中</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>お断り</translation>
    </message>
    <message>
        <source>Disposed of</source>
        <translation>廃棄済</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>提携先</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>取込み</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日本語</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英語</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>銀行口座</translation>
    </message>
    <message>
        <source>Credit card</source>
        <translation>クレジットカード</translation>
    </message>
    <message>
        <source>Driver&apos;s licence</source>
        <translation>運転免許証</translation>
    </message>
    <message>
        <source>More cells than columns</source>
        <translation>列より多い欄</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>顧客番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Family name in kana</source>
        <translation>姓のフリガナ</translation>
    </message>
    <message>
        <source>Given name in kana</source>
        <translation>名のフリガナ</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>通称・外国語の氏名</translation>
    </message>
    <message>
        <source>Former names</source>
        <translation>旧氏名</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>建物名</translation>
    </message>
    <message>
        <source>Mailing postal code</source>
        <translation>送付先の郵便番号</translation>
    </message>
    <message>
        <source>Mailing address</source>
        <translation>送付先の住所</translation>
    </message>
    <message>
        <source>Further addresses</source>
        <translation>その他の住所</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Mail addresses</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Card expiry</source>
        <translation>カードの有効期限</translation>
    </message>
    <message>
        <source>Advertising by mail</source>
        <translation>広告メールの配信</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状況</translation>
    </message>
    <message>
        <source>Letter language</source>
        <translation>文書の言語</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>利用開始日</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>最終利用日</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>利用終了日</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>取得元</translation>
    </message>
    <message>
        <source>Transaction number</source>
        <translation>取引番号</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Merged record</source>
        <translation>統合した顧客情報</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>請求者</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>送付先</translation>
    </message>
    <message>
        <source>reissued: {times}</source>
        <translation>再交付 {times}回</translation>
    </message>
    <message>
        <source>this number now</source>
        <translation>現在この番号</translation>
    </message>
    <message>
        <source>phone or mail</source>
        <translation>電話・メールが一致</translation>
    </message>
    <message>
        <source>name and birth date</source>
        <translation>氏名と生年月日が一致</translation>
    </message>
    <message>
        <source>given before</source>
        <translation>以前に割当て</translation>
    </message>
    <message>
        <source>similar number</source>
        <translation>番号が類似</translation>
    </message>
    <message>
        <source>The status is still “Active”.</source>
        <translation>状況が「利用中」のままです。</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>例外利用</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day} から</translation>
    </message>
    <message>
        <source>Exemption for a single use</source>
        <translation>例外利用（一回限り）</translation>
    </message>
    <message>
        <source>Exemption for some days</source>
        <translation>例外利用（期間）</translation>
    </message>
    <message>
        <source>withdrawn {day} by {name}: {why}</source>
        <translation>{day} 取消し（{name}）：{why}</translation>
    </message>
    <message>
        <source>used {day}</source>
        <translation>{day} 利用</translation>
    </message>
    <message>
        <source>asked by {asker}, signed by {signer}</source>
        <translation>申請 {asker}、承認 {signer}</translation>
    </message>
    <message>
        <source>customer number</source>
        <translation>顧客番号</translation>
    </message>
    <message>
        <source>phone or mail address</source>
        <translation>電話番号又はメールアドレス</translation>
    </message>
    <message>
        <source>a human&apos;s decision</source>
        <translation>担当者による確認</translation>
    </message>
    <message>
        <source>Lift the suspension</source>
        <translation>利用停止を解除する</translation>
    </message>
    <message>
        <source>From today the data may be used for the selected purposes again.</source>
        <translation>本日から、選んだ利用目的のためにデータを再び利用できます。</translation>
    </message>
    <message>
        <source>Why may the data be used again?</source>
        <translation>再び利用できる理由</translation>
    </message>
    <message>
        <source>Withdraw the exemption</source>
        <translation>例外利用を取り消す</translation>
    </message>
    <message>
        <source>From now on the suspension stops every use again.</source>
        <translation>以後は、利用停止によりすべての利用が再び拒まれます。</translation>
    </message>
    <message>
        <source>Why is it withdrawn?</source>
        <translation>取り消す理由</translation>
    </message>
    <message>
        <source>Delegated agent</source>
        <translation>任意代理人</translation>
    </message>
    <message>
        <source>Parent or guardian</source>
        <translation>親権者・未成年後見人</translation>
    </message>
    <message>
        <source>Parent or guardian of</source>
        <translation>親権者等として代理する方</translation>
    </message>
    <message>
        <source>Adult guardian</source>
        <translation>成年後見人</translation>
    </message>
    <message>
        <source>Adult guardian of</source>
        <translation>成年後見人として代理する方</translation>
    </message>
    <message>
        <source>Delegated agent of</source>
        <translation>任意代理人として代理する方</translation>
    </message>
    <message>
        <source>Same household</source>
        <translation>同一世帯</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>同一人</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>氏名が同じ</translation>
    </message>
    <message>
        <source>same name in other characters</source>
        <translation>氏名が異体字で同じ</translation>
    </message>
    <message>
        <source>same kana</source>
        <translation>フリガナが同じ</translation>
    </message>
    <message>
        <source>same name in Latin letters</source>
        <translation>ローマ字の氏名が同じ</translation>
    </message>
    <message>
        <source>same as a former name</source>
        <translation>旧氏名と同じ</translation>
    </message>
    <message>
        <source>name differs in one character</source>
        <translation>氏名が1字違い</translation>
    </message>
    <message>
        <source>same given name, another family name</source>
        <translation>名が同じで姓が異なる</translation>
    </message>
    <message>
        <source>another given name</source>
        <translation>名が異なる</translation>
    </message>
    <message>
        <source>another name</source>
        <translation>氏名が異なる</translation>
    </message>
    <message>
        <source>another kana</source>
        <translation>フリガナが異なる</translation>
    </message>
    <message>
        <source>same date of birth</source>
        <translation>生年月日が同じ</translation>
    </message>
    <message>
        <source>date of birth differs in one digit</source>
        <translation>生年月日が1字違い</translation>
    </message>
    <message>
        <source>another date of birth</source>
        <translation>生年月日が異なる</translation>
    </message>
    <message>
        <source>same mobile number</source>
        <translation>携帯電話番号が同じ</translation>
    </message>
    <message>
        <source>same phone number</source>
        <translation>電話番号が同じ</translation>
    </message>
    <message>
        <source>phone number differs in one digit</source>
        <translation>電話番号が1字違い</translation>
    </message>
    <message>
        <source>same mail address</source>
        <translation>メールアドレスが同じ</translation>
    </message>
    <message>
        <source>mail address differs in one character</source>
        <translation>メールアドレスが1字違い</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>住所が同じ</translation>
    </message>
    <message>
        <source>nearly the same address</source>
        <translation>住所がほぼ同じ</translation>
    </message>
    <message>
        <source>same postal code</source>
        <translation>郵便番号が同じ</translation>
    </message>
    <message>
        <source>another address</source>
        <translation>住所が異なる</translation>
    </message>
</context>
<context>
    <name>done</name>
    <message>
        <source>{name} was entered.</source>
        <translation>{name} 様を登録しました。</translation>
    </message>
    <message>
        <source>The customer was taken out again.</source>
        <translation>顧客の登録を取り消しました。</translation>
    </message>
    <message>
        <source>The changes were saved.</source>
        <translation>変更を保存しました。</translation>
    </message>
    <message>
        <source>The number was added.</source>
        <translation>口座・カード等を追加しました。</translation>
    </message>
    <message>
        <source>The number was taken out again.</source>
        <translation>口座・カード等の追加を取り消しました。</translation>
    </message>
    <message>
        <source>The number is no longer in use.</source>
        <translation>口座・カード等の利用を終了しました。</translation>
    </message>
    <message>
        <source>The number is in use again.</source>
        <translation>口座・カード等の利用を再開しました。</translation>
    </message>
    <message>
        <source>“{name}” was saved.</source>
        <translation>「{name}」を保存しました。</translation>
    </message>
    <message>
        <source>The decision on item {item} was recorded.</source>
        <translation>請求項目 {item} の決定を記録しました。</translation>
    </message>
    <message>
        <source>The decision on item {item} was taken back.</source>
        <translation>請求項目 {item} の決定を取り消しました。</translation>
    </message>
    <message>
        <source>Approval was asked for.</source>
        <translation>承認を求めました。</translation>
    </message>
    <message>
        <source>The decisions were approved.</source>
        <translation>決定を承認しました。</translation>
    </message>
    <message>
        <source>The decisions were sent back.</source>
        <translation>決定を差し戻しました。</translation>
    </message>
    <message>
        <source>{imported} customers were imported, {warned} of them with a warning; {waiting} rows wait.</source>
        <translation>顧客 {imported} 人を取り込みました（うち警告あり {warned} 人）。確認待ちの行は {waiting} 行です。</translation>
    </message>
    <message>
        <source>{imported} transactions were imported; {waiting} rows wait.</source>
        <translation>取引 {imported} 件を取り込みました。確認待ちの行は {waiting} 行です。</translation>
    </message>
    <message>
        <source>The import was undone.</source>
        <translation>取込みを取り消しました。</translation>
    </message>
    <message>
        <source>Item {item} was carried out.</source>
        <translation>請求項目 {item} を実施しました。</translation>
    </message>
    <message>
        <source>What was done for item {item} was taken back.</source>
        <translation>請求項目 {item} の実施を取り消しました。</translation>
    </message>
    <message>
        <source>The hold was taken back right after it was placed.</source>
        <translation>設定した直後に、保留を取り消しました。</translation>
    </message>
    <message>
        <source>The hold “{name}” was placed.</source>
        <translation>「{name}」により、廃棄を保留しました。</translation>
    </message>
    <message>
        <source>The hold “{name}” was lifted.</source>
        <translation>保留「{name}」を解除しました。</translation>
    </message>
    <message>
        <source>The papers were noted; the next letter names them.</source>
        <translation>必要な書類を記録しました。次に送る文書に記載します。</translation>
    </message>
    <message>
        <source>The identity check was recorded.</source>
        <translation>本人確認を記録しました。</translation>
    </message>
    <message>
        <source>It was recorded that identity is not shown.</source>
        <translation>本人確認ができないことを記録しました。</translation>
    </message>
    <message>
        <source>Letter {number} was issued.</source>
        <translation>{number}を発行しました。</translation>
    </message>
    <message>
        <source>Letter {number} was printed.</source>
        <translation>{number}を印刷しました。</translation>
    </message>
    <message>
        <source>Letter {number} was sent.</source>
        <translation>{number}の発送を記録しました。</translation>
    </message>
    <message>
        <source>It was noted that letter {number} came back.</source>
        <translation>{number}の返戻を記録しました。</translation>
    </message>
    <message>
        <source>Letter {number} is on its way again.</source>
        <translation>{number}の返戻の記録を取り消しました。</translation>
    </message>
    <message>
        <source>The mail was taken in.</source>
        <translation>メールを取り込みました。</translation>
    </message>
    <message>
        <source>This mail was here already.</source>
        <translation>このメールは取込み済みです。</translation>
    </message>
    <message>
        <source>The mail was joined to the request.</source>
        <translation>メールを請求に追加しました。</translation>
    </message>
    <message>
        <source>The mail was put aside.</source>
        <translation>メールを請求以外として保管しました。</translation>
    </message>
    <message>
        <source>The mail is back in the inbox.</source>
        <translation>メールを受信箱に戻しました。</translation>
    </message>
    <message>
        <source>The office&apos;s profile was saved.</source>
        <translation>事業所の情報を保存しました。</translation>
    </message>
    <message>
        <source>{name} is a partner now.</source>
        <translation>{name} を提携先に追加しました。</translation>
    </message>
    <message>
        <source>What is known of {name} was saved.</source>
        <translation>{name}の情報を保存しました。</translation>
    </message>
    <message>
        <source>{name} is no partner any more.</source>
        <translation>{name}を提携先から外しました。</translation>
    </message>
    <message>
        <source>The consent was noted.</source>
        <translation>同意を記録しました。</translation>
    </message>
    <message>
        <source>The opt-out was noted.</source>
        <translation>配信停止を記録しました。</translation>
    </message>
    <message>
        <source>The use was suspended.</source>
        <translation>利用を停止しました。</translation>
    </message>
    <message>
        <source>The suspension was lifted.</source>
        <translation>利用停止を解除しました。</translation>
    </message>
    <message>
        <source>The purposes are as they were before.</source>
        <translation>利用目的の扱いを元に戻しました。</translation>
    </message>
    <message>
        <source>Request {number} was taken in.</source>
        <translation>請求 {number} を受け付けました。</translation>
    </message>
    <message>
        <source>The step was recorded.</source>
        <translation>手続を記録しました。</translation>
    </message>
    <message>
        <source>The retention of {people} customers was worked out anew.</source>
        <translation>顧客 {people} 人の保存期限を計算し直しました。</translation>
    </message>
    <message>
        <source>The rule “{code}” was changed.</source>
        <translation>規則「{code}」を変更しました。</translation>
    </message>
    <message>
        <source>The rule “{code}” is on.</source>
        <translation>規則「{code}」を有効にしました。</translation>
    </message>
    <message>
        <source>The rule “{code}” is off.</source>
        <translation>規則「{code}」を無効にしました。</translation>
    </message>
    <message>
        <source>The facts that rules depend on were saved.</source>
        <translation>規則の適用条件を保存しました。</translation>
    </message>
    <message>
        <source>The customer was linked.</source>
        <translation>顧客を特定しました。</translation>
    </message>
    <message>
        <source>The link to the customer was removed.</source>
        <translation>顧客の特定を取り消しました。</translation>
    </message>
    <message>
        <source>What is asked was changed.</source>
        <translation>請求の内容を変更しました。</translation>
    </message>
    <message>
        <source>The parties were changed.</source>
        <translation>請求の関係者を変更しました。</translation>
    </message>
    <message>
        <source>The request was handed over.</source>
        <translation>担当者を変更しました。</translation>
    </message>
    <message>
        <source>The notes were saved.</source>
        <translation>備考を保存しました。</translation>
    </message>
    <message>
        <source>The deadline stands still.</source>
        <translation>期限の進行を停止しました。</translation>
    </message>
    <message>
        <source>The deadline runs again.</source>
        <translation>期限の進行を再開しました。</translation>
    </message>
    <message>
        <source>The deadline was extended.</source>
        <translation>期限を延長しました。</translation>
    </message>
    <message>
        <source>The request was withdrawn.</source>
        <translation>請求の取下げを記録しました。</translation>
    </message>
    <message>
        <source>The request was closed.</source>
        <translation>請求を終結しました。</translation>
    </message>
    <message>
        <source>The request was reopened.</source>
        <translation>請求を再開しました。</translation>
    </message>
    <message>
        <source>{name} can now unlock this desk.</source>
        <translation>{name} さんを利用者に追加しました。</translation>
    </message>
    <message>
        <source>{name} is invited.</source>
        <translation>{name}さんを招待しました。</translation>
    </message>
    <message>
        <source>{name} has a new way in.</source>
        <translation>{name}さんの新しい仮パスワードを発行しました。</translation>
    </message>
    <message>
        <source>{name} has another role now.</source>
        <translation>{name}さんの役割を変更しました。</translation>
    </message>
    <message>
        <source>{name} cannot unlock this desk any more. Destroy the backups that he could still open.</source>
        <translation>{name}さんはこの保管庫を開けなくなりました。以前のバックアップはまだ開けますので、廃棄してください。</translation>
    </message>
    <message>
        <source>From now on your own password opens this desk.</source>
        <translation>今後は、あなた自身のパスワードでこの保管庫が開きます。</translation>
    </message>
    <message>
        <source>Your password was changed. Old backups still open with the old one.</source>
        <translation>パスワードを変更しました。以前のバックアップは、古いパスワードで開きます。</translation>
    </message>
    <message>
        <source>The row was set aside.</source>
        <translation>行を対象外にしました。</translation>
    </message>
    <message>
        <source>The warning is settled.</source>
        <translation>警告を処理しました。</translation>
    </message>
    <message>
        <source>The warning is open again.</source>
        <translation>警告を未処理に戻しました。</translation>
    </message>
    <message>
        <source>{count} transactions were assigned.</source>
        <translation>取引 {count} 件を顧客に割り当てました。</translation>
    </message>
    <message>
        <source>{count} transactions wait for their customer again.</source>
        <translation>取引 {count} 件を顧客未確定に戻しました。</translation>
    </message>
    <message>
        <source>The row waits again.</source>
        <translation>行を確認待ちに戻しました。</translation>
    </message>
    <message>
        <source>The clock of this PC is taken as right again.</source>
        <translation>この PC の時計を正しいものとして扱います。</translation>
    </message>
    <message>
        <source>The purpose “{name}” was entered.</source>
        <translation>利用目的「{name}」を追加しました。</translation>
    </message>
    <message>
        <source>The purpose “{name}” was saved.</source>
        <translation>利用目的「{name}」を保存しました。</translation>
    </message>
    <message>
        <source>The purpose “{name}” was taken back.</source>
        <translation>利用目的「{name}」の追加を取り消しました。</translation>
    </message>
    <message>
        <source>Only the new recovery sheet opens this desk now. Destroy the old one.</source>
        <translation>今後は新しい復旧シートだけでこの保管庫が開きます。古い復旧シートは廃棄してください。</translation>
    </message>
    <message>
        <source>The desk lies under new keys now. Old backups still open with the old ones.</source>
        <translation>保管庫の鍵を更新しました。以前のバックアップは、以前の鍵で開きます。</translation>
    </message>
    <message>
        <source>The drill has passed: the backup opens and is whole.</source>
        <translation>復元訓練に合格しました。バックアップは開くことができ、異常はありません。</translation>
    </message>
    <message>
        <source>The plan of backups was saved.</source>
        <translation>バックアップの計画を保存しました。</translation>
    </message>
    <message>
        <source>The backup is made and proven: {file}.</source>
        <translation>バックアップを作成し、読み直して確認しました：{file}。</translation>
    </message>
    <message>
        <source>The copy at {place} is in the register.</source>
        <translation>{place}の複製を管理表に記入しました。</translation>
    </message>
    <message>
        <source>The copy at {place} is destroyed.</source>
        <translation>{place}の複製を廃棄しました。</translation>
    </message>
    <message>
        <source>It is noted that the copy at {place} is destroyed.</source>
        <translation>{place}の複製を廃棄済みとして記録しました。</translation>
    </message>
    <message>
        <source>The copy is in the register again.</source>
        <translation>複製を管理表に戻しました。</translation>
    </message>
    <message>
        <source>The exemption was taken back right after it was signed.</source>
        <translation>承認した直後に取り消されました。</translation>
    </message>
    <message>
        <source>The exemption was signed.</source>
        <translation>例外利用が承認されました。</translation>
    </message>
    <message>
        <source>The exemption was withdrawn.</source>
        <translation>例外利用を取り消しました。</translation>
    </message>
    <message>
        <source>The link was entered.</source>
        <translation>関係者を登録しました。</translation>
    </message>
    <message>
        <source>The link was taken out again.</source>
        <translation>関係者の登録を取り消しました。</translation>
    </message>
    <message>
        <source>The link was ended.</source>
        <translation>関係を終了しました。</translation>
    </message>
    <message>
        <source>The link is in force again.</source>
        <translation>関係の終了を取り消しました。</translation>
    </message>
    <message>
        <source>The two records were linked as one person&apos;s.</source>
        <translation>二つの顧客情報を同一人として関連付けました。</translation>
    </message>
    <message>
        <source>The two records are noted as two people&apos;s.</source>
        <translation>二人を別人として記録しました。</translation>
    </message>
    <message>
        <source>What was said of the two records was taken back.</source>
        <translation>判断を取り消しました。</translation>
    </message>
    <message>
        <source>The two records were merged into one.</source>
        <translation>二つの顧客情報を統合しました。</translation>
    </message>
    <message>
        <source>The merge was taken back: both records are as they were.</source>
        <translation>統合を解除し、双方を元に戻しました。</translation>
    </message>
    <message>
        <source>All records were compared: {count} pairs may be one person&apos;s.</source>
        <translation>調べ終わりました。同一人の候補は {count} 組です。</translation>
    </message>
    <message>
        <source>The filter “{name}” was saved.</source>
        <translation>絞込み「{name}」を保存しました。</translation>
    </message>
    <message>
        <source>The filter “{name}” was changed.</source>
        <translation>絞込み「{name}」を変更しました。</translation>
    </message>
    <message>
        <source>The filter “{name}” was deleted.</source>
        <translation>絞込み「{name}」を削除しました。</translation>
    </message>
    <message>
        <source>The filter “{name}” is there again.</source>
        <translation>絞込み「{name}」を元に戻しました。</translation>
    </message>
    <message>
        <source>The import of “{file}” had not come to its end. It was taken back, nothing of it is left.</source>
        <translation>「{file}」の取込みは最後まで終わっていませんでした。元に戻したため、何も残っていません。</translation>
    </message>
    <message>
        <source>The import of “{file}” had not come to its end. What other work needs was kept.</source>
        <translation>「{file}」の取込みは最後まで終わっていませんでした。元に戻しましたが、他の作業で使われているものは残しました。</translation>
    </message>
    <message>
        <source>The import of “{file}” had not come to its end. Undo it in the list of imports.</source>
        <translation>「{file}」の取込みは最後まで終わっていませんでした。取込みの一覧から元に戻してください。</translation>
    </message>
    <message>
        <source>The paper was given to the printer.</source>
        <translation>文書をプリンターに送りました。</translation>
    </message>
    <message>
        <source>The copy was saved.</source>
        <translation>写しを保存しました。</translation>
    </message>
</context>
<context>
    <name>due</name>
    <message>
        <source>Number</source>
        <translation>顧客番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保存期限</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>This could not be done.</source>
        <translation>実行できませんでした。</translation>
    </message>
    <message>
        <source>Stopped as you asked. Nothing was changed.</source>
        <translation>ご指示により中止しました。何も変更していません。</translation>
    </message>
    <message>
        <source>“{folder}” is not a desk folder. Pick the folder that ends in “.privdesk”.</source>
        <translation>「{folder}」は保管庫のフォルダーではありません。末尾が「.privdesk」のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>“{folder}” is there already. Give the new desk another name.</source>
        <translation>「{folder}」は既にあります。新しい保管庫には別の名前を付けてください。</translation>
    </message>
    <message>
        <source>The login or the password is not right. Check the Caps Lock key and the input mode.</source>
        <translation>ログイン名又はパスワードが違います。Caps Lock キーと入力モードをお確かめください。</translation>
    </message>
    <message>
        <source>A password needs {least} to {most} characters.</source>
        <translation>パスワードは {least} 文字以上 {most} 文字以下にしてください。</translation>
    </message>
    <message>
        <source>The two passwords are not the same. Type the second one again.</source>
        <translation>二つのパスワードが一致しません。確認のパスワードをもう一度入力してください。</translation>
    </message>
    <message>
        <source>The sheet has {groups} groups of {length} characters; {typed} characters were typed.</source>
        <translation>復旧シートの文字は {length} 文字ずつ {groups} 組ですが、{typed} 文字が入力されました。</translation>
    </message>
    <message>
        <source>Group {group} is not as on the sheet. Compare its characters one by one.</source>
        <translation>{group} 組目が復旧シートと一致しません。一文字ずつ見比べてください。</translation>
    </message>
    <message>
        <source>This recovery sheet does not belong to this desk, or a newer one has replaced it.</source>
        <translation>この復旧シートは、この保管庫のものではないか、新しいシートに差し替えられています。</translation>
    </message>
    <message>
        <source>The key files “keys” and “keys.2” are both damaged. Put one back from a backup.</source>
        <translation>鍵ファイル「keys」と「keys.2」がどちらも壊れています。バックアップから一方を戻してください。</translation>
    </message>
    <message>
        <source>The key files were changed from outside. Stop, and put “keys” and “keys.2” back from a backup.</source>
        <translation>鍵ファイルが外部から書き換えられています。使用を中止し、「keys」と「keys.2」をバックアップから戻してください。</translation>
    </message>
    <message>
        <source>A newer privdesk has worked with this desk. Install it here too. Nothing was changed.</source>
        <translation>この保管庫は、より新しい privdesk で使われています。この PC にも新しい版を入れてください。何も変更していません。</translation>
    </message>
    <message>
        <source>The data file “data.db” is missing from the desk folder. Put it back from a backup.</source>
        <translation>保管庫のフォルダーにデータファイル「data.db」がありません。バックアップから戻してください。</translation>
    </message>
    <message>
        <source>The data file “data.db” is empty. Put it back from a backup; nothing was changed.</source>
        <translation>データファイル「data.db」が空です。バックアップから戻してください。何も変更していません。</translation>
    </message>
    <message>
        <source>“data.db” does not belong to these keys, or its beginning is damaged. Restore the newest backup.</source>
        <translation>「data.db」がこの鍵のものではないか、先頭が壊れています。最新のバックアップを復元してください。</translation>
    </message>
    <message>
        <source>The data file “data.db” is damaged. Nothing was changed. Restore the newest backup.</source>
        <translation>データファイル「data.db」が壊れています。何も変更していません。最新のバックアップを復元してください。</translation>
    </message>
    <message>
        <source>This is an older copy: a newer one was open before. Put the newer one back, or ask a manager.</source>
        <translation>これは古い複製です。前回はこれより新しいものが開かれました。新しいものに戻すか、管理者にご相談ください。</translation>
    </message>
    <message>
        <source>The log was altered at entry {entry}. Put the newest backup back, or ask a manager and an auditor.</source>
        <translation>操作記録の {entry} 番が書き換えられています。最新のバックアップに戻すか、管理者及び監査担当にご相談ください。</translation>
    </message>
    <message>
        <source>A second manager must agree here with his own login and password.</source>
        <translation>もう一人の管理者が、自分のログイン名とパスワードを入力して承認する必要があります。</translation>
    </message>
    <message>
        <source>Login or password of the second manager is wrong.</source>
        <translation>承認する管理者のログイン名又はパスワードが正しくありません。</translation>
    </message>
    <message>
        <source>The desk is already open: {login} on {pc}, since {since}. Lock it there first.</source>
        <translation>この保管庫は {since} から {pc} で {login} が使用中です。先にそちらでロックしてください。</translation>
    </message>
    <message>
        <source>Nothing can be written where the desk lies. Copy its folder to this PC; open the copy.</source>
        <translation>保管庫のある場所に書き込めません。フォルダーをこの PC に複製し、複製した方を開いてください。</translation>
    </message>
    <message>
        <source>The disk reports an error, so this was not saved. Make a backup to another disk now.</source>
        <translation>ディスクの異常により、保存できませんでした。すぐに別のディスクへバックアップを取ってください。</translation>
    </message>
    <message>
        <source>A login is needed, a short word to unlock the desk with.</source>
        <translation>ログイン名（ロックの解除に使う短い名前）を入力してください。</translation>
    </message>
    <message>
        <source>A login is one short line of letters that can be seen, of at most {most}.</source>
        <translation>ログイン名は、目に見える文字だけで1行、{most}文字以内にしてください。</translation>
    </message>
    <message>
        <source>The login “{login}” is already in use. Choose another one.</source>
        <translation>ログイン名「{login}」は既に使われています。別の名前にしてください。</translation>
    </message>
    <message>
        <source>This user cannot unlock the desk (any more).</source>
        <translation>この利用者は、この保管庫を開く権限を持っていません。</translation>
    </message>
    <message>
        <source>This is the only manager. Make somebody else a manager first.</source>
        <translation>管理者がこの方しかいません。先にほかの方を管理者にしてください。</translation>
    </message>
    <message>
        <source>Your own role and your own access can only be changed by another manager.</source>
        <translation>ご自身の役割や利用権限は、ほかの管理者だけが変更できます。</translation>
    </message>
    <message>
        <source>This password was for the first time only. Now choose one that only you know.</source>
        <translation>これは初回専用の仮パスワードです。ご自分だけが知るパスワードを決めてください。</translation>
    </message>
    <message>
        <source>Somebody else knows this password. Choose one that only you know.</source>
        <translation>このパスワードはほかの人も知っています。ご自分だけが知るパスワードを決めてください。</translation>
    </message>
    <message>
        <source>The data file is still being read. Nothing was changed; try again in a moment.</source>
        <translation>データファイルがまだ読み取り中です。何も変更していません。少し待ってからやり直してください。</translation>
    </message>
    <message>
        <source>A desk has room for {most} users. Remove one who has left first.</source>
        <translation>登録できる利用者は {most} 人までです。先に、退職した方などを外してください。</translation>
    </message>
    <message>
        <source>This has to wait until a manager has unlocked this desk once and you have unlocked it again.</source>
        <translation>この操作は、管理者がこの保管庫を一度開き、その後にあなたがもう一度開くまでお待ちください。</translation>
    </message>
    <message>
        <source>Your role does not hold the key for this. Ask a manager.</source>
        <translation>この操作に必要な鍵は、現在の役割にはありません。管理者にご依頼ください。</translation>
    </message>
    <message>
        <source>This number cannot be opened: it has been altered or moved. Restore it from a backup.</source>
        <translation>この番号は、改変又は移動されているため開けません。バックアップから復元してください。</translation>
    </message>
    <message>
        <source>This customer is not in the desk (any more).</source>
        <translation>この顧客の記録はありません（既に廃棄された場合もあります）。</translation>
    </message>
    <message>
        <source>The whole number is not kept here. Ask the customer if you need it.</source>
        <translation>この番号の全桁は保存していません。必要なときは、顧客にお尋ねください。</translation>
    </message>
    <message>
        <source>The office has no such purpose of use (any more).</source>
        <translation>この利用目的の登録はありません（既に廃止された場合もあります）。</translation>
    </message>
    <message>
        <source>Records refer to this purpose, so it stays. Switch it off instead.</source>
        <translation>この利用目的を参照している記録があるため、削除できません。代わりに無効にしてください。</translation>
    </message>
    <message>
        <source>Tick at least one kind of data that is used for this purpose.</source>
        <translation>この利用目的で利用するデータを一つ以上選んでください。</translation>
    </message>
    <message>
        <source>Say in a few words why the use is suspended.</source>
        <translation>利用を停止する根拠を入力してください。</translation>
    </message>
    <message>
        <source>A worksheet holds {most} rows. Export the list as CSV instead, or search for less.</source>
        <translation>ワークシートに入るのは {most} 行までです。CSV で書き出すか、検索で件数を絞ってください。</translation>
    </message>
    <message>
        <source>This can no longer be undone: the customer was changed since, or a request, letter or hold needs him.</source>
        <translation>元に戻せません。その後に顧客情報が変更されたか、この顧客の請求、文書又は保留があります。何も変更していません。</translation>
    </message>
    <message>
        <source>Only what you entered yourself today is taken out again, while no request, letter or hold needs it. Correct it instead, or leave it to disposal.</source>
        <translation>取り消せるのは、本日ご自身が登録したもので、請求・文書・廃棄の保留に関わらないものだけです。訂正するか、保存期間の満了による廃棄を待ってください。</translation>
    </message>
    <message>
        <source>This import is not in the desk.</source>
        <translation>この取込みの記録はありません。一覧を読み直してください。</translation>
    </message>
    <message>
        <source>This row is no longer waiting; somebody has dealt with it.</source>
        <translation>この行は、既にほかの利用者が処理しました。</translation>
    </message>
    <message>
        <source>This import can no longer be undone: {edited} of its customers were changed since, and {used} entries of requests, letters, holds, transactions or links need its rows.</source>
        <translation>この取込みは取り消せません。その後に変更された顧客が {edited} 人、取り込んだ行を使っている請求、文書、保留、取引又は関係者の登録が {used} 件あります。何も変更していません。</translation>
    </message>
    <message>
        <source>This import was undone already.</source>
        <translation>この取込みは、既に取り消されています。</translation>
    </message>
    <message>
        <source>This file was imported before, as import {batch}. Undo that one first if it must be repeated.</source>
        <translation>このファイルは、取込み {batch} として取込み済みです。やり直すときは、先にその取込みを取り消してください。</translation>
    </message>
    <message>
        <source>{rows} rows have problems, so nothing was imported. Mend the file, or import without “strict”.</source>
        <translation>{rows} 行に問題があるため、何も取り込みませんでした。ファイルを直すか、「--strict」を付けずに取り込んでください。</translation>
    </message>
    <message>
        <source>This office keeps no full card numbers. Drop them, or let a manager change that for the office.</source>
        <translation>この事業所では、カード番号の全桁を保存しない設定です。下 4 桁だけを取り込むか、管理者に設定の変更をご依頼ください。</translation>
    </message>
    <message>
        <source>Transaction {number} of this partner is here already.</source>
        <translation>この提携先の取引 {number} は、既に登録されています。</translation>
    </message>
    <message>
        <source>The row does not say which partner the transaction comes from.</source>
        <translation>どの提携先からの取引か、行に記載がありません。</translation>
    </message>
    <message>
        <source>This partner&apos;s entry is gone.</source>
        <translation>この提携先の登録はもうありません。</translation>
    </message>
    <message>
        <source>Another partner has this name already.</source>
        <translation>同じ名称の提携先がすでに登録されています。</translation>
    </message>
    <message>
        <source>Data came from this partner, so the entry stays.</source>
        <translation>この提携先から提供を受けたデータがあるため、削除できません。</translation>
    </message>
    <message>
        <source>Customer number {number} belongs to another customer. Give another one or open that record.</source>
        <translation>顧客番号 {number} は別の顧客のものです。別の番号にするか、その記録を開いてください。</translation>
    </message>
    <message>
        <source>A name is needed. Everything else can follow later.</source>
        <translation>氏名は必須です。ほかの項目は後から入力できます。</translation>
    </message>
    <message>
        <source>Say in a few words (10 characters or more) why you need it.</source>
        <translation>必要な理由を 10 文字以上で入力してください。</translation>
    </message>
    <message>
        <source>There is no exemption for advertising: who refused it is sent none before a new consent.</source>
        <translation>広告・宣伝には例外利用がありません。拒否した顧客には、改めて同意を得るまで送付できません。</translation>
    </message>
    <message>
        <source>There is no such date. Write it like 2026-11-22, 22.11.2026, R8.11.22 or 令和8年11月22日.</source>
        <translation>存在しない日付です。2026-11-22、22.11.2026、R8.11.22、令和8年11月22日のように入力してください。</translation>
    </message>
    <message>
        <source>The year is missing. Write the date like 2026-11-22 or R8.11.22.</source>
        <translation>年がありません。2026-11-22 又は R8.11.22 のように入力してください。</translation>
    </message>
    <message>
        <source>This day does not lie in the era {era} ({span}). Check the era and the year.</source>
        <translation>この日は{era}（{span}）に含まれません。元号と年をお確かめください。</translation>
    </message>
    <message>
        <source>The date must lie between {first} and {last}. Check the year; leave it empty where there is no end.</source>
        <translation>日付は{first}から{last}までです。年を確かめ、「期限なし」の場合は空欄にしてください。</translation>
    </message>
    <message>
        <source>This is no telephone number. Write it with its area code, like 03-1234-5678 or 090-1234-5678, or for another country with + and the country code.</source>
        <translation>電話番号として読めません。03-1234-5678 や 090-1234-5678 のように市外局番から、国外の番号は + と国番号から入力してください。</translation>
    </message>
    <message>
        <source>The telephone number must begin with 0, or with + and the country code. Add what is missing.</source>
        <translation>電話番号は 0、又は + と国番号で始まります。不足している部分を補ってください。</translation>
    </message>
    <message>
        <source>The telephone number has {digits} digits; a mobile number has 11 and a landline number 10. Check it.</source>
        <translation>電話番号が {digits} 桁です。携帯電話は 11 桁、固定電話は 10 桁です。お確かめください。</translation>
    </message>
    <message>
        <source>A postal code has seven digits. Write it like 100-0005.</source>
        <translation>郵便番号は 7 桁です。100-0005 のように入力してください。</translation>
    </message>
    <message>
        <source>This is no mail address. Write it like name@example.jp, without spaces, one in each field.</source>
        <translation>メールアドレスとして読めません。name@example.jp のように、空白を入れず、一つの欄に一つだけ入力してください。</translation>
    </message>
    <message>
        <source>This is no bank account. Write bank code, branch code, type and number like 0001-110-普通-1234567, or for Japan Post Bank symbol and number like 10530-12345671.</source>
        <translation>口座として読めません。0001-110-普通-1234567 のように銀行コード・支店コード・種目・番号を、ゆうちょ銀行は 10530-12345671 のように記号・番号を入力してください。</translation>
    </message>
    <message>
        <source>A bank code has four digits. Write it like 0001.</source>
        <translation>銀行コードは 4 桁です。0001 のように入力してください。</translation>
    </message>
    <message>
        <source>A branch code has three digits. Write it like 110.</source>
        <translation>支店コードは 3 桁です。110 のように入力してください。</translation>
    </message>
    <message>
        <source>The type of the account must be 普通 (1), 当座 (2), 貯蓄 (4) or その他 (9). Write the word or its digit.</source>
        <translation>預金種目は、普通（1）、当座（2）、貯蓄（4）、その他（9）のいずれかです。名称又は数字で入力してください。</translation>
    </message>
    <message>
        <source>An account number has up to seven digits and nothing else. Check it.</source>
        <translation>口座番号は 7 桁以内の数字です。お確かめください。</translation>
    </message>
    <message>
        <source>A Japan Post Bank symbol has five digits, from 0 or 1 to a final 0; with a first 1 the number has up to eight digits, the last of them 1, with a first 0 up to seven. Copy both from the passbook.</source>
        <translation>ゆうちょ銀行の記号は、0 又は 1 で始まり 0 で終わる 5 桁です。番号は、記号が 1 で始まるときは末尾が 1 の 8 桁以内、0 で始まるときは 7 桁以内です。通帳のとおりに入力してください。</translation>
    </message>
    <message>
        <source>The bank does not take “{sign}” in the holder&apos;s name. Use kana, A to Z, digits, spaces and ( ) - . / only.</source>
        <translation>口座名義に「{sign}」は使えません。カナ、英大文字、数字、空白、( ) - . / だけで入力してください。</translation>
    </message>
    <message>
        <source>The holder&apos;s name takes {length} places in half-width kana; it must be 1 to {most}. Shorten or complete it.</source>
        <translation>口座名義が半角カナで {length} 文字です。1 文字以上 {most} 文字以下に直してください。</translation>
    </message>
    <message>
        <source>This is no card number. Copy all its digits from the front of the card.</source>
        <translation>カード番号として読めません。券面の数字をすべて入力してください。</translation>
    </message>
    <message>
        <source>The card number has {digits} digits, which this brand of card never has. Copy it again.</source>
        <translation>カード番号が {digits} 桁です。この種類のカードにはない桁数です。もう一度入力してください。</translation>
    </message>
    <message>
        <source>The card number fails its check: a digit is wrong or two are exchanged. Copy it again.</source>
        <translation>カード番号の検査数字が合いません。数字の誤り又は入れ替わりがあります。もう一度入力してください。</translation>
    </message>
    <message>
        <source>This is no month of expiry. Write month and year as on the card, like 12/27.</source>
        <translation>有効期限として読めません。券面のとおり 12/27 のように月と年を入力してください。</translation>
    </message>
    <message>
        <source>Security codes, PINs and magnetic strips of cards may never be kept. Leave this out.</source>
        <translation>カードのセキュリティコード、暗証番号、磁気情報は保存できません。入力しないでください。</translation>
    </message>
    <message>
        <source>A card, account or licence number does not belong in a text. Enter it in its own field, which is sealed; here write at most its last four digits.</source>
        <translation>カード番号・口座番号・免許証番号は文章の欄に書けません。番号は暗号化される専用の欄に入力し、ここには下4桁までを書いてください。</translation>
    </message>
    <message>
        <source>A text contains a broken character that cannot be stored. Delete it and type it again.</source>
        <translation>保存できない壊れた文字が含まれています。その文字を消して、入力し直してください。</translation>
    </message>
    <message>
        <source>A driver&apos;s licence number has twelve digits; this has {digits}. Copy it from the licence.</source>
        <translation>運転免許証の番号は 12 桁ですが、{digits} 桁です。免許証のとおりに入力してください。</translation>
    </message>
    <message>
        <source>No prefecture&apos;s licence numbers begin with {code}. Check the first two digits of the licence number.</source>
        <translation>{code} で始まる免許証番号はありません。先頭の 2 桁をお確かめください。</translation>
    </message>
    <message>
        <source>The licence number fails its check: a digit is wrong or two are exchanged. Copy it again.</source>
        <translation>免許証番号の検査数字が合いません。数字の誤り又は入れ替わりがあります。もう一度入力してください。</translation>
    </message>
    <message>
        <source>The reading must be written in kana, like ヤマダ タロウ. “{sign}” is not kana.</source>
        <translation>フリガナは「ヤマダ タロウ」のようにカナで入力してください。「{sign}」はカナではありません。</translation>
    </message>
    <message>
        <source>“{file}” cannot be read. Close it in other programs, or copy it to another place.</source>
        <translation>「{file}」を読めません。ほかのソフトで開いているときは閉じるか、別の場所に複製してください。</translation>
    </message>
    <message>
        <source>“{file}” could not be written there. Close it in other programs, or choose another place.</source>
        <translation>「{file}」をそこに保存できませんでした。ほかのソフトで開いているときは閉じるか、別の場所を選んでください。</translation>
    </message>
    <message>
        <source>The output could not be written in full. Make room where it goes, and try again.</source>
        <translation>出力を最後まで書き出せませんでした。出力先の空き容量を増やして、もう一度実行してください。</translation>
    </message>
    <message>
        <source>“{file}” is there already and was left as it is. Choose another name.</source>
        <translation>「{file}」は既にあるため、そのまま残しました。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>This file is too large: {size} MB; at most {most} MB are taken in. Split it or ask for less.</source>
        <translation>ファイルが大きすぎます（{size} MB）。取り込めるのは {most} MB までです。分割するか、小さくして送り直すよう依頼してください。</translation>
    </message>
    <message>
        <source>Outlook&apos;s own format cannot be read. Open the mail there and save it as .eml.</source>
        <translation>Outlook 独自の形式は読めません。Outlook でメールを開き、.eml 形式で保存してください。</translation>
    </message>
    <message>
        <source>Parts of this mail are damaged. What could be read is shown; compare it with the original.</source>
        <translation>このメールの一部が壊れています。読めた部分を表示していますので、原本と見比べてください。</translation>
    </message>
    <message>
        <source>The mail names no sender. Find out whom it is from before you answer.</source>
        <translation>差出人の記載がありません。回答する前に、誰からのメールかをお確かめください。</translation>
    </message>
    <message>
        <source>The mail does not say when it was sent. Enter the day on which it arrived.</source>
        <translation>送信日時の記載がありません。到達日を入力してください。</translation>
    </message>
    <message>
        <source>The mail has no readable text. Look at its attachments or ask the sender to write again.</source>
        <translation>読める本文がありません。添付ファイルを見るか、差出人に再送を依頼してください。</translation>
    </message>
    <message>
        <source>The text names an unknown character code ({name}); {taken} was tried. Check that it reads well.</source>
        <translation>文字コードの指定（{name}）が不明なため、{taken} で読みました。正しく読めるかお確かめください。</translation>
    </message>
    <message>
        <source>Some characters could not be read in {taken} and are shown as �. Try another character code.</source>
        <translation>{taken} では読めない文字があり、� と表示しています。別の文字コードをお試しください。</translation>
    </message>
    <message>
        <source>The text is very long; only its beginning is shown. The whole is kept in the original.</source>
        <translation>本文が非常に長いため、初めの部分だけを表示しています。全文は原本にあります。</translation>
    </message>
    <message>
        <source>The file has more than {most} rows, blank ones included. Delete the blank rows or divide it into several files.</source>
        <translation>空白行を含めて {most} 行を超えています。空白行を削除するか、ファイルを分割してください。</translation>
    </message>
    <message>
        <source>The character code of the file could not be recognised. Choose it by hand, then check the names.</source>
        <translation>ファイルの文字コードを判別できませんでした。手動で選び、氏名が正しく読めるかお確かめください。</translation>
    </message>
    <message>
        <source>The file holds NUL characters. If it is UTF-16, choose that character code by hand; else it is damaged.</source>
        <translation>ファイルに NUL 文字が含まれています。UTF-16 であれば文字コードを手動で選んでください。そうでなければ壊れています。</translation>
    </message>
    <message>
        <source>The file is empty. A table needs a first row that names its columns.</source>
        <translation>ファイルが空です。1 行目に列の名前がある表が必要です。</translation>
    </message>
    <message>
        <source>Line {line} has more than {most} columns. Check that the right separator was chosen.</source>
        <translation>{line} 行目の列が {most} 列を超えています。区切り文字が正しいかお確かめください。</translation>
    </message>
    <message>
        <source>The row that begins in line {line} has a cell of more than {most} characters. A quotation mark may be missing.</source>
        <translation>{line} 行目から始まる行に、{most} 文字を超える欄があります。引用符が抜けている可能性があります。</translation>
    </message>
    <message>
        <source>The quotation marks of the row that begins in line {line} do not match. Mend the row and try again.</source>
        <translation>{line} 行目から始まる行の引用符が対になっていません。直してからやり直してください。</translation>
    </message>
    <message>
        <source>The row has more cells than there are columns. Check whether a separator stands inside a cell.</source>
        <translation>列の数より欄が多い行です。欄の中に区切り文字がないかお確かめください。</translation>
    </message>
    <message>
        <source>No column could be recognised as “{field}”. Choose it on the mapping page or with --map.</source>
        <translation>「{field}」に当たる列を判別できませんでした。「列の対応」の画面又は --map で指定してください。</translation>
    </message>
    <message>
        <source>The mapping is not readable. It needs one line for each column: its header and the field it goes to.</source>
        <translation>対応表を読めません。列ごとに 1 行で、見出しと取込先の項目を書いてください。</translation>
    </message>
    <message>
        <source>The mapping names a field “{field}” that does not exist.</source>
        <translation>対応表にある項目「{field}」はありません。</translation>
    </message>
    <message>
        <source>The mapping names a column “{header}” that this file does not have.</source>
        <translation>対応表にある列「{header}」は、このファイルにありません。</translation>
    </message>
    <message>
        <source>Two columns are mapped to “{field}”. Keep one of them.</source>
        <translation>「{field}」に二つの列が対応付けられています。一方だけにしてください。</translation>
    </message>
    <message>
        <source>This is no amount in yen. Write digits only, like 36,185 or -500.</source>
        <translation>金額（円）として読めません。36,185 や -500 のように数字だけで入力してください。</translation>
    </message>
    <message>
        <source>This status is not known. Write active, left or refused.</source>
        <translation>この状態は読み取れません。「利用中」「終了」「お断り」のいずれかを記入してください。</translation>
    </message>
    <message>
        <source>It is not clear whether advertising mail is wanted. Write 可 or 不可, yes or no.</source>
        <translation>広告メールの配信を希望するかどうか読み取れません。「可」又は「不可」と入力してください。</translation>
    </message>
    <message>
        <source>The transaction has no number of its own, so it could be taken in twice.</source>
        <translation>取引番号がないため、二重に取り込まれるおそれがあります。</translation>
    </message>
    <message>
        <source>Item {item} was answered already. Add a new item for what has to change.</source>
        <translation>項目{item}は回答済みです。変更が必要なときは、新しい項目を追加してください。</translation>
    </message>
    <message>
        <source>Choose which papers are wanted.</source>
        <translation>提出を求める書類を選んでください。</translation>
    </message>
    <message>
        <source>The requester was not told which papers are wanted, or has shown them.</source>
        <translation>請求者に必要な書類をまだ知らせていないか、書類は既に提出されています。</translation>
    </message>
    <message>
        <source>The answer goes to somebody else: record the papers that show he may get it (mandate and seal certificate).</source>
        <translation>回答を別の方に送ります。受け取る権限を示す書類（委任状及び印鑑登録証明書）を記録してください。</translation>
    </message>
    <message>
        <source>This request is not in the desk. Reload the list.</source>
        <translation>この請求の記録はありません。一覧を読み直してください。</translation>
    </message>
    <message>
        <source>{day} has not come yet. Check the date.</source>
        <translation>{day} は今日より後です。日付をお確かめください。</translation>
    </message>
    <message>
        <source>This field cannot be corrected through a request.</source>
        <translation>この項目は、請求の手続では訂正できません。</translation>
    </message>
    <message>
        <source>Item {item} does not say which fields to correct. Enter them with the item first.</source>
        <translation>請求項目 {item} に、訂正する項目がありません。先に請求の内容に入力してください。</translation>
    </message>
    <message>
        <source>Type the new number to carry out item {item}.</source>
        <translation>請求項目 {item} を実施するには、新しい番号を入力してください。</translation>
    </message>
    <message>
        <source>The record already says what item {item} proposes. Nothing was changed.</source>
        <translation>顧客情報は、既に請求項目 {item} のとおりです。何も変更していません。</translation>
    </message>
    <message>
        <source>This version cannot erase yet; disposal comes with a later one. Decide to keep until a day, or suspend the use.</source>
        <translation>この版では、まだ消去できません。廃棄の機能は今後の版で加わります。「期限まで保存」又は「利用停止」と決定してください。</translation>
    </message>
    <message>
        <source>This message is not in the desk. Reload the inbox.</source>
        <translation>このメールの記録はありません。受信箱を読み直してください。</translation>
    </message>
    <message>
        <source>This message was sorted already. Reload the inbox.</source>
        <translation>このメールは処理済みです。受信箱を読み直してください。</translation>
    </message>
    <message>
        <source>The letter&apos;s fonts cannot draw {characters}. Agree on a substitute and enter it first.</source>
        <translation>文書の書体に「{characters}」がありません。ご本人と代わりの文字を決め、先に入力してください。</translation>
    </message>
    <message>
        <source>Name and address do not fit into the envelope&apos;s window. Shorten the address first.</source>
        <translation>宛名と住所が封筒の窓に収まりません。先に住所を短くしてください。</translation>
    </message>
    <message>
        <source>“{file}” is not a backup of privdesk, or its end is missing. Use another copy.</source>
        <translation>「{file}」は privdesk のバックアップではないか、末尾が欠けています。別の複製をお使いください。</translation>
    </message>
    <message>
        <source>The backup “{file}” is damaged. Use another copy, and make a new backup soon.</source>
        <translation>バックアップ「{file}」が壊れています。別の複製を使い、早めに新しいバックアップを取ってください。</translation>
    </message>
    <message>
        <source>The backup “{file}” was not made by the desk it names, or was changed. Do not use it.</source>
        <translation>バックアップ「{file}」は、記載された保管庫で作られたものではないか、改変されています。使用しないでください。</translation>
    </message>
    <message>
        <source>Something is off with the backup “{file}”: {faults}. Use another copy.</source>
        <translation>バックアップ「{file}」に異常があります：{faults}。別の複製をお使いください。</translation>
    </message>
    <message>
        <source>Only who was a manager when this backup was made can open it, or its recovery sheet.</source>
        <translation>このバックアップを開けるのは、作成時に管理者であった方、又は当時の復旧シートのみです。</translation>
    </message>
    <message>
        <source>The users or keys were changed at the same moment. Make the backup again.</source>
        <translation>ちょうど同時に利用者又は鍵が変更されました。もう一度バックアップを取ってください。</translation>
    </message>
    <message>
        <source>The backup to “{place}” that began at {at} was not finished. Look whether the medium is in order, and make it again.</source>
        <translation>{at}に開始した「{place}」へのバックアップが完了していません。媒体に異常がないか確かめて、もう一度取ってください。</translation>
    </message>
    <message>
        <source>A backup or an export is being made. Nothing was changed; try again when it is finished, or stop it first.</source>
        <translation>バックアップ又はデータの書出しの実行中です。何も変更していません。終わってからやり直すか、先に中止してください。</translation>
    </message>
    <message>
        <source>Between {least} and {most} daily, and up to {monthly} monthly backups can be kept at each place.</source>
        <translation>保存先ごとに残せるバックアップは、日ごとに {least} から {most} まで、月ごとに {monthly} までです。</translation>
    </message>
    <message>
        <source>The medium at “{place}” did not keep what was written to it. Use another one.</source>
        <translation>「{place}」の媒体は、書き込んだ内容を正しく保存できませんでした。別の媒体をお使いください。</translation>
    </message>
    <message>
        <source>There is no room for a backup at “{place}”. Make room, or use another medium.</source>
        <translation>「{place}」にはバックアップに必要な空きがありません。空きを作るか、別の媒体をお使いください。</translation>
    </message>
    <message>
        <source>Nothing can be written at “{place}”. Choose another place for backups.</source>
        <translation>「{place}」には書き込めません。バックアップの保存先を選び直してください。</translation>
    </message>
    <message>
        <source>“{place}” is not there. Plug the medium in, or choose another place.</source>
        <translation>「{place}」が見つかりません。媒体を接続するか、別の保存先を選んでください。</translation>
    </message>
    <message>
        <source>“{place}” is a place for backups already.</source>
        <translation>「{place}」は既にバックアップの保存先です。</translation>
    </message>
    <message>
        <source>Backups do not go into the desk&apos;s own folder. Choose another place.</source>
        <translation>保管庫自身のフォルダーにはバックアップを保存できません。別の保存先を選んでください。</translation>
    </message>
    <message>
        <source>This copy is not in the register, or it is destroyed already.</source>
        <translation>この複製は管理表にないか、既に廃棄されています。</translation>
    </message>
    <message>
        <source>The key files in “{file}” do not belong to this “data.db”. Restore the whole backup.</source>
        <translation>「{file}」の鍵ファイルは、この「data.db」のものではありません。バックアップ全体を復元してください。</translation>
    </message>
    <message>
        <source>The key files of this desk are in order. Nothing was changed.</source>
        <translation>この保管庫の鍵ファイルに異常はありません。何も変更していません。</translation>
    </message>
    <message>
        <source>The key files in “{file}” are older than the data of this desk. Nothing was changed. Take a newer backup; if there is none, move “keys” and “keys.2” out of the desk&apos;s folder first.</source>
        <translation>「{file}」の鍵ファイルは、この保管庫のデータより古いものです。何も変更していません。より新しいバックアップを使ってください。ない場合は、先に保管庫のフォルダーの外へ「keys」と「keys.2」を移動してください。</translation>
    </message>
    <message>
        <source>Suspensions, corrections and disposals after {made} are missing: no newer desk was at hand. Go through the requests of that time.</source>
        <translation>{made}より後の利用停止、訂正及び廃棄は含まれていません（より新しい保管庫が手元にないため）。その期間の請求を見直してください。</translation>
    </message>
    <message>
        <source>A newer backup, of {made}, did not open with this password or sheet: whoever was disposed of since may be back. Restore that one instead, or this one with the recovery sheet.</source>
        <translation>{made}のより新しいバックアップは、このパスワード又は復旧シートでは開けませんでした。その後に廃棄した顧客の情報が戻っている可能性があります。新しい方を復元するか、このバックアップを復旧シートで復元し直してください。</translation>
    </message>
    <message>
        <source>“{folder}” is not a later state of the desk in this backup. Nothing was taken over.</source>
        <translation>「{folder}」は、このバックアップの保管庫のより新しい状態ではありません。何も引き継いでいません。</translation>
    </message>
    <message>
        <source>This password was to be used within {days} days. Ask a manager to give you a new way in.</source>
        <translation>このパスワードの期限（{days}日）は過ぎました。管理者に仮パスワードの発行を依頼してください。</translation>
    </message>
    <message>
        <source>This password is not accepted. {why}</source>
        <translation>このパスワードは使えません。{why}</translation>
    </message>
    <message>
        <source>Something is off with this desk: {faults}. Keep the folder as it is and use a backup.</source>
        <translation>この保管庫に異常があります：{faults}。フォルダーはそのまま残し、バックアップをお使いください。</translation>
    </message>
    <message>
        <source>No password was given: type it, pipe it in, or set PRIVDESK_PASSWORD.</source>
        <translation>パスワードがありません。入力するか、標準入力又は環境変数 PRIVDESK_PASSWORD で渡してください。</translation>
    </message>
    <message>
        <source>The password that came in is not text in this system&apos;s encoding. Pipe it in as UTF-8.</source>
        <translation>渡されたパスワードを文字として読めません。UTF-8 で渡してください。</translation>
    </message>
    <message>
        <source>There is no display for the window. Start privdesk in a desktop session; “privdesk demo --out” needs none.</source>
        <translation>ウインドウを表示できる画面がありません。画面の使える環境で privdesk を起動してください。「privdesk demo --out」は画面なしで使えます。</translation>
    </message>
    <message>
        <source>“{folder}” is neither empty nor a made-up office. Nothing was changed; choose another one.</source>
        <translation>「{folder}」は、空のフォルダーでも見本の事業所でもありません。何も変更していません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Several people work with this desk. Say who you are (on the command line: --user LOGIN).</source>
        <translation>この保管庫には複数の利用者がいます。ログイン名を指定してください（コマンドでは --user ログイン名）。</translation>
    </message>
    <message>
        <source>There is no law data for {day}. Check the day of arrival.</source>
        <translation>{day} に対応する法令データがありません。到達日をお確かめください。</translation>
    </message>
    <message>
        <source>This is an older copy: on {when} a newer one was open on this PC. Put the newer one back, or ask a manager.</source>
        <translation>これは古い複製です。この PC では {when} に、これより新しいものが開かれています。新しいものに戻すか、管理者にご相談ください。</translation>
    </message>
    <message>
        <source>This is an older copy, or its log was rewritten: on {when} this PC saw {seen} log entries, here are {here}. Put the newer one back, or ask a manager.</source>
        <translation>これは古い複製であるか、操作記録が書き換えられています。この PC で {when} に確認した記録は {seen} 件、ここにある記録は {here} 件です。新しいものに戻すか、管理者にご相談ください。</translation>
    </message>
    <message>
        <source>This is no code of the log. It looks like {example}.</source>
        <translation>操作記録の照合コードではありません。「{example}」のような形で入力してください。</translation>
    </message>
    <message>
        <source>Your account may not open this desk. Ask whoever looks after this PC for the right to.</source>
        <translation>お使いのアカウントには、この保管庫を開く権限がありません。PC の管理担当者に権限の付与を依頼してください。</translation>
    </message>
    <message>
        <source>“{file}” is not an ordinary file. Nothing was changed. Put it back from a backup.</source>
        <translation>「{file}」は通常のファイルではありません。何も変更していません。バックアップから元に戻してください。</translation>
    </message>
    <message>
        <source>This name is too long for a file or folder. Choose a shorter one.</source>
        <translation>ファイル又はフォルダーの名前が長すぎます。短い名前にしてください。</translation>
    </message>
    <message>
        <source>privdesk keeps notes of its desks in “{folder}” and cannot write there. Ask whoever looks after this PC.</source>
        <translation>privdesk は保管庫についての記録を「{folder}」に置きますが、そこに書き込めません。PC の管理担当者にご相談ください。</translation>
    </message>
    <message>
        <source>This folder lies on the network, where a broken connection damages a desk. Keep the desk in a folder on this PC.</source>
        <translation>ネットワーク上のフォルダーです。接続が切れると、保管庫が壊れるおそれがあります。保管庫はこの PC のフォルダーに置いてください。</translation>
    </message>
    <message>
        <source>The disk is full; nothing was changed, earlier work is safe. Make room and try again.</source>
        <translation>ディスクに空きがありません。何も変更しておらず、これまでの記録は無事です。空きを作ってからやり直してください。</translation>
    </message>
    <message>
        <source>The last day must not lie before the first one, nor before today.</source>
        <translation>最終日は、開始日以後かつ本日以後の日にしてください。</translation>
    </message>
    <message>
        <source>Give the filter a name.</source>
        <translation>絞込みの名前を入力してください。</translation>
    </message>
    <message>
        <source>There is a filter “{name}” already. Choose another name.</source>
        <translation>「{name}」という絞込みが既にあります。別の名前を付けてください。</translation>
    </message>
    <message>
        <source>This filter is gone.</source>
        <translation>この絞込みは削除されています。</translation>
    </message>
    <message>
        <source>Only who saved this filter, or a manager where it is shared, can change it.</source>
        <translation>この絞込みを変更できるのは、保存した本人だけです。共有の絞込みは管理者も変更できます。</translation>
    </message>
    <message>
        <source>At most {most} rows can be copied at once. Export them to a file instead.</source>
        <translation>一度にコピーできるのは {most} 行までです。ファイルへ書き出してください。</translation>
    </message>
    <message>
        <source>These records are not merged any more. Nothing was changed.</source>
        <translation>この統合はすでに解除されています。変更はありません。</translation>
    </message>
    <message>
        <source>Another merge was built on this one. Take the later one apart first.</source>
        <translation>この統合の後に別の統合が行われています。先に後の統合を解除してください。</translation>
    </message>
    <message>
        <source>The records stay merged: fields of the record were changed since, and nobody can say whose they are. Change them back first.</source>
        <translation>統合の後に登録内容が変更され、どちらのものか判断できないため、解除できません。先に元の内容に戻してください。</translation>
    </message>
    <message>
        <source>The records stay merged: a name was changed since, and nobody can say whose it is. Take it back first.</source>
        <translation>統合の後に氏名が変更され、どちらのものか判断できないため、解除できません。先にその変更を取り消してください。</translation>
    </message>
    <message>
        <source>The records stay merged: an address was changed since, and nobody can say whose it is. Take it back first.</source>
        <translation>統合の後に住所が変更され、どちらのものか判断できないため、解除できません。先にその変更を取り消してください。</translation>
    </message>
    <message>
        <source>The records stay merged: a telephone number or mail address was changed since, and nobody can say whose it is. Take it back first.</source>
        <translation>統合の後に電話番号又はメールアドレスが変更され、どちらのものか判断できないため、解除できません。先にその変更を取り消してください。</translation>
    </message>
    <message>
        <source>The records stay merged: a bank account, card or licence was changed since, and nobody can say whose it is. Take it back first.</source>
        <translation>統合の後に銀行口座・カード・免許証の番号が変更され、どちらのものか判断できないため、解除できません。先にその変更を取り消してください。</translation>
    </message>
    <message>
        <source>The records stay merged: a consent, opt-out or suspension was entered or ended since, and nobody can say whose it is. Take it back first.</source>
        <translation>統合の後に同意・配信停止・利用停止が登録又は終了され、どちらのものか判断できないため、解除できません。先にその変更を取り消してください。</translation>
    </message>
    <message>
        <source>The records stay merged: a link was changed since, and nobody can say whose it is. Take it back first.</source>
        <translation>統合の後に関係者が変更され、どちらのものか判断できないため、解除できません。先にその変更を取り消してください。</translation>
    </message>
    <message>
        <source>Choose another customer: nobody is linked to himself.</source>
        <translation>別の顧客を選んでください。本人自身とは関連付けられません。</translation>
    </message>
    <message>
        <source>This link is there already. End it first if it changed.</source>
        <translation>同じ関係がすでに登録されています。変わったときは、先にその関係を終了してください。</translation>
    </message>
    <message>
        <source>Choose a customer, or enter the name of somebody who is none.</source>
        <translation>相手の顧客を選ぶか、顧客でない相手の氏名を入力してください。</translation>
    </message>
    <message>
        <source>The last day lies before the first day of the link. Correct it.</source>
        <translation>最終日が開始日より前です。訂正してください。</translation>
    </message>
    <message>
        <source>This link has ended already. The list shows it as it is now.</source>
        <translation>この関係はすでに終了しています。一覧は現在の状態です。</translation>
    </message>
    <message>
        <source>This import is still running. Wait for its end, or stop it where it runs.</source>
        <translation>この取込みはまだ終わっていません。終わるまで待つか、取込みの画面で中止してください。</translation>
    </message>
    <message>
        <source>The file has full card numbers. Say whether to drop them (recommended) or to keep them (on the command line: --cards drop or --cards keep).</source>
        <translation>ファイルにカード番号の全桁が含まれています。下 4 桁だけを取り込む（推奨）か、全桁を保存するかを選んでください（コマンドでは --cards drop 又は --cards keep）。</translation>
    </message>
    <message>
        <source>This customer&apos;s data must not be used for “{purpose}” since {since} ({ground}). Nothing was done. A manager can sign an exemption from a suspension.</source>
        <translation>この顧客のデータは {since} から「{purpose}」に利用できません（{ground}）。何も行っていません。利用停止については、管理者が例外利用を承認できます。</translation>
    </message>
    <message>
        <source>An exemption needs a suspension that stands today. Who opted out is asked for a new consent instead.</source>
        <translation>例外利用には、本日有効な利用停止が必要です。配信停止の顧客には、改めて同意を求めてください。</translation>
    </message>
    <message>
        <source>An exemption is signed by a second person, who is a manager.</source>
        <translation>例外利用は、もう一人の管理者が承認します。</translation>
    </message>
    <message>
        <source>An exemption lasts {most} days at most. Sign another one then if it is still needed.</source>
        <translation>例外利用は {most} 日以内です。なお必要なときは、そのとき改めて承認してください。</translation>
    </message>
    <message>
        <source>This exemption is not in force any more.</source>
        <translation>この例外利用は既に有効ではありません。</translation>
    </message>
    <message>
        <source>The date of birth lies in the future. Check the year.</source>
        <translation>生年月日が未来の日付です。年を確認してください。</translation>
    </message>
    <message>
        <source>The customer left on {left_on}, before the start on {since}. Correct one of the two days.</source>
        <translation>利用終了日（{left_on}）が利用開始日（{since}）より前です。どちらかの日付を直してください。</translation>
    </message>
    <message>
        <source>Somebody who has left needs the day of leaving, from which the periods run. Enter it, or today.</source>
        <translation>利用が終了した方には利用終了日が必要です（保存期間の起算日になります）。日付を入力してください。不明なときは本日の日付を入力してください。</translation>
    </message>
    <message>
        <source>This mail cannot be read. Nothing was taken in: keep the file, and ask the sender to write again.</source>
        <translation>このメールは読み取れません。取り込んでいませんので、ファイルを保管し、送信者に再送を依頼してください。</translation>
    </message>
    <message>
        <source>This mail has more parts, headers or lines than anybody writes. Nothing was taken in: keep the file.</source>
        <translation>このメールは、パート・ヘッダー・行の数が通常ではあり得ないほど多いため、取り込んでいません。ファイルを保管してください。</translation>
    </message>
    <message>
        <source>A letter of the name could not be read and was lost. Look it up and correct it.</source>
        <translation>氏名に読み取れない文字があり、失われています。ご確認のうえ訂正してください。</translation>
    </message>
    <message>
        <source>This is neither a CSV table nor an XLSX workbook, or a password locks it. In the spreadsheet program, save it as XLSX or CSV (UTF-8) without a password and pick that file.</source>
        <translation>CSV の表でも XLSX のブックでもないか、パスワードで保護されています。表計算ソフトでパスワードを付けずに XLSX 又は CSV（UTF-8）として保存し、そのファイルを選んでください。</translation>
    </message>
    <message>
        <source>This workbook is damaged or was not made by a spreadsheet program. Open it there, save it anew and pick that file.</source>
        <translation>このブックは壊れているか、表計算ソフトで作られたものではありません。表計算ソフトで開いて保存し直し、そのファイルを選んでください。</translation>
    </message>
    <message>
        <source>This table needs more memory or time than a table of customers does. If it is a large workbook, save the sheet as CSV (UTF-8) and pick that file.</source>
        <translation>この表は、顧客の表としてはメモリ又は時間がかかりすぎます。大きなブックの場合は、シートを CSV（UTF-8）として保存し、そのファイルを選んでください。</translation>
    </message>
    <message>
        <source>The file was changed since it was looked at. Choose it again.</source>
        <translation>確認した後にファイルが変更されました。もう一度選んでください。</translation>
    </message>
    <message>
        <source>The column “{column}” is left out, since it goes to no field. Name one with --map.</source>
        <translation>列「{column}」は対応する項目がないため、取り込みません。取り込む場合は --map で項目を指定してください。</translation>
    </message>
    <message>
        <source>The column “{column}” is left out: security codes and PINs may never be kept.</source>
        <translation>列「{column}」は取り込みません。セキュリティコードと暗証番号は保存してはなりません。</translation>
    </message>
    <message>
        <source>These columns would be left out: {columns}. Nothing was imported; say with --map which column is which field.</source>
        <translation>次の列が取り込まれません：{columns}。何も取り込んでいません。--map でどの列がどの項目かを指定してください。</translation>
    </message>
    <message>
        <source>{day} lies before the arrival of the request. Check the date.</source>
        <translation>{day} は請求の到達日より前です。日付をお確かめください。</translation>
    </message>
    <message>
        <source>This request has ended. Reopen it, with a reason, to go on.</source>
        <translation>この請求は終結しています。続けるには、理由を付けて再開してください。</translation>
    </message>
    <message>
        <source>This request is still open.</source>
        <translation>この請求は、まだ終結していません。</translation>
    </message>
    <message>
        <source>This step was already done. Reload the request to see its present state.</source>
        <translation>この手続は既に済んでいます。請求を読み直し、現在の状態をお確かめください。</translation>
    </message>
    <message>
        <source>Give a reason; it stays with the request.</source>
        <translation>理由を入力してください。請求とともに保存されます。</translation>
    </message>
    <message>
        <source>Enter first what is asked, one line for each thing.</source>
        <translation>先に、請求の内容を 1 件ずつ入力してください。</translation>
    </message>
    <message>
        <source>Item {item} is no longer part of this request. Reload it.</source>
        <translation>請求項目 {item} は、この請求から除かれています。請求を読み直してください。</translation>
    </message>
    <message>
        <source>Item {item} has a decision. Take the decision back before you change the item.</source>
        <translation>請求項目 {item} は決定済みです。変更する前に、決定を取り消してください。</translation>
    </message>
    <message>
        <source>Item {item} has no decision yet.</source>
        <translation>請求項目 {item} の決定がまだです。</translation>
    </message>
    <message>
        <source>Link the customer first; item {item} concerns data on file.</source>
        <translation>請求項目 {item} は保有するデータに関するものです。先に顧客を特定してください。</translation>
    </message>
    <message>
        <source>Item {item} needs the requester&apos;s identity. Record the papers seen, or ask for them.</source>
        <translation>請求項目 {item} には請求者の本人確認が必要です。確認した書類を記録するか、書類の提出を依頼してください。</translation>
    </message>
    <message>
        <source>The check is for another kind of requester than this request names. Correct one of them.</source>
        <translation>本人確認と請求とで、請求者の区分が異なります。どちらかを直してください。</translation>
    </message>
    <message>
        <source>This decision is not possible for item {item}. Choose one of those offered.</source>
        <translation>請求項目 {item} にこの決定はできません。選択肢から選んでください。</translation>
    </message>
    <message>
        <source>Choose the ground for item {item} from the list; the law allows no other.</source>
        <translation>請求項目 {item} の根拠を一覧から選んでください。法令上、ほかの根拠は認められません。</translation>
    </message>
    <message>
        <source>Write down the facts for item {item}: why, or where was searched.</source>
        <translation>請求項目 {item} について、理由となる事実又は調査の範囲を入力してください。</translation>
    </message>
    <message>
        <source>Item {item} needs the retention rule and the day until which the data are kept.</source>
        <translation>請求項目 {item} には、保存の根拠となる規則と保存期限が必要です。</translation>
    </message>
    <message>
        <source>Item {item} waits for the approval of a second person.</source>
        <translation>請求項目 {item} は、もう一人の承認を待っています。</translation>
    </message>
    <message>
        <source>Nothing in this request waits for approval.</source>
        <translation>この請求に、承認待ちの請求項目はありません。</translation>
    </message>
    <message>
        <source>You made a decision here yourself. A second person has to approve it.</source>
        <translation>ご自身が決定した請求項目があります。別の人が承認する必要があります。</translation>
    </message>
    <message>
        <source>There is nothing to carry out for item {item}.</source>
        <translation>請求項目 {item} に、実施することはありません。</translation>
    </message>
    <message>
        <source>Item {item} was carried out already. Add a new item for what has to change.</source>
        <translation>請求項目 {item} は実施済みです。変更が必要な内容は、新しい請求項目として追加してください。</translation>
    </message>
    <message>
        <source>Item {item} is decided but not carried out yet.</source>
        <translation>請求項目 {item} は決定済みですが、まだ実施されていません。</translation>
    </message>
    <message>
        <source>This letter was not issued, or a later decision has overtaken it. Write it again.</source>
        <translation>この文書は発行されていないか、その後の決定により内容が古くなっています。作り直してください。</translation>
    </message>
    <message>
        <source>The letter with the answer to item {item} has not been sent.</source>
        <translation>請求項目 {item} への回答の文書が、まだ発送されていません。</translation>
    </message>
    <message>
        <source>Send the letter about the closing first.</source>
        <translation>先に、手続終結通知書を発送してください。</translation>
    </message>
    <message>
        <source>Nothing asked here needs papers. Go on without them.</source>
        <translation>この請求に、本人確認書類の必要なものはありません。書類なしで手続を進めてください。</translation>
    </message>
    <message>
        <source>The requester has time until {day} to show who is asking. Close the request after that.</source>
        <translation>請求者が本人確認に応じる期限は {day} です。終結できるのは、その後です。</translation>
    </message>
    <message>
        <source>This request has decisions. Answer it, or take the decisions back.</source>
        <translation>この請求には決定があります。回答するか、決定を取り消してください。</translation>
    </message>
    <message>
        <source>The law allows no fee for this request.</source>
        <translation>この請求について、法令上、手数料は徴収できません。</translation>
    </message>
    <message>
        <source>The request is already waiting for this.</source>
        <translation>この請求は、既にこれを待っています。</translation>
    </message>
    <message>
        <source>The request is not waiting for this.</source>
        <translation>この請求は、これを待っていません。</translation>
    </message>
    <message>
        <source>The deadline is {due} already. Choose a later day.</source>
        <translation>期限は既に {due} です。より後の日を選んでください。</translation>
    </message>
    <message>
        <source>The deadline can be extended to {limit} at most.</source>
        <translation>期限を延ばせるのは {limit} までです。</translation>
    </message>
    <message>
        <source>Record who checked, which facts on file were matched, and how the contact on file was used.</source>
        <translation>確認した人、照合した登録事項、登録済みの連絡先の使い方を記録してください。</translation>
    </message>
    <message>
        <source>Identity cannot be shown in this way on this channel. Choose another way.</source>
        <translation>この受付方法では、この本人確認の方法は使えません。別の方法を選んでください。</translation>
    </message>
    <message>
        <source>Paper {number} is not accepted on this day. Ask for another one.</source>
        <translation>確認書類 {number} は、この日には使えません。別の書類を依頼してください。</translation>
    </message>
    <message>
        <source>Paper {number} counts only as an original. Ask for the original.</source>
        <translation>確認書類 {number} は原本に限ります。原本を依頼してください。</translation>
    </message>
    <message>
        <source>Paper {number} shows fields that must be blacked out. Black them out and record it.</source>
        <translation>確認書類 {number} に、黒塗りが必要な欄があります。塗りつぶして、その旨を記録してください。</translation>
    </message>
    <message>
        <source>Paper {number} had expired, or the end of its validity is not recorded.</source>
        <translation>確認書類 {number} は、有効期限が切れているか、期限が記録されていません。</translation>
    </message>
    <message>
        <source>Paper {number} must have been issued within {months} months; record the day of issue.</source>
        <translation>確認書類 {number} は発行から {months} か月以内のものに限ります。発行日を記録してください。</translation>
    </message>
    <message>
        <source>Not enough papers: {photo} with a photo, or else {other} without; by post one must show the address.</source>
        <translation>確認書類が足りません。顔写真付き {photo} 点、又は顔写真なし {other} 点が必要です。郵送では、1 点に住所の記載が必要です。</translation>
    </message>
    <message>
        <source>A paper that shows the right to act for the person is missing.</source>
        <translation>代理権を示す書類がありません。</translation>
    </message>
    <message>
        <source>The last day lies before the first. Check both dates.</source>
        <translation>終了日が開始日より前です。日付を確かめてください。</translation>
    </message>
    <message>
        <source>Whoever saw the papers records the check himself.</source>
        <translation>本人確認は、書類を確認した人が自分で記録してください。</translation>
    </message>
    <message>
        <source>The letter cannot be issued yet: “{entry}” is still missing.</source>
        <translation>文書はまだ発行できません。「{entry}」が未入力です。</translation>
    </message>
    <message>
        <source>The picture of the seal cannot be read. Choose a PNG file for it in Office.</source>
        <translation>印影の画像を読めません。「設定」で PNG ファイルを選んでください。</translation>
    </message>
    <message>
        <source>This letter is not in the desk. Reload the list.</source>
        <translation>この文書の記録はありません。一覧を読み直してください。</translation>
    </message>
    <message>
        <source>Nobody is named who gets this letter. Enter the requester, or link the customer.</source>
        <translation>文書の宛先がありません。請求者を入力するか、顧客を特定してください。</translation>
    </message>
    <message>
        <source>There is no decision yet that this letter could tell. Decide the items first.</source>
        <translation>この文書で通知する決定がまだありません。先に、請求項目の決定を行ってください。</translation>
    </message>
    <message>
        <source>The kept PDF of letter {number} is damaged. Take it from a backup; do not send it like this.</source>
        <translation>保存している{number}の PDF が壊れています。このまま発送せず、バックアップから戻してください。</translation>
    </message>
    <message>
        <source>This letter was already replaced, or belongs to another request. Correct the newest one.</source>
        <translation>この文書は、既に差し替えられたか、別の請求のものです。最新の文書を訂正してください。</translation>
    </message>
    <message>
        <source>This letter was not posted, so it cannot have come back. Record its sending first.</source>
        <translation>この文書は発送の記録がないため、返戻を記録できません。先に発送を記録してください。</translation>
    </message>
    <message>
        <source>The letter is dated {day} and cannot have been posted before that day.</source>
        <translation>文書の日付は {day} です。発送日は、その日以後にしてください。</translation>
    </message>
    <message>
        <source>There is no retention rule “{code}”.</source>
        <translation>保存期間の規則「{code}」はありません。</translation>
    </message>
    <message>
        <source>A changed rule can be valid from {today} on, not earlier. Choose a later day.</source>
        <translation>変更した規則の適用開始日は、{today} 以後にしてください。</translation>
    </message>
    <message>
        <source>Give the rule a period: years, months or days.</source>
        <translation>保存期間を、年、月又は日で入力してください。</translation>
    </message>
    <message>
        <source>Give the hold a name, such as the dispute it is for.</source>
        <translation>保留の名称を入力してください（紛争の名称など）。</translation>
    </message>
    <message>
        <source>The day of review must lie ahead.</source>
        <translation>見直し日は、今日より後の日にしてください。</translation>
    </message>
    <message>
        <source>This hold is not in force any more.</source>
        <translation>この保留は、既に解除されています。</translation>
    </message>
    <message>
        <source>Your role may not do this. Ask a manager.</source>
        <translation>現在の役割では、この操作はできません。管理者にご依頼ください。</translation>
    </message>
    <message>
        <source>This was changed meanwhile. Nothing was overwritten: compare both and save again.</source>
        <translation>その間に、ほかで変更されました。上書きはしていません。両方を見比べて、もう一度保存してください。</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Reading (kana)</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>通称・外国語の氏名</translation>
    </message>
    <message>
        <source>Former names</source>
        <translation>旧氏名</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Mailing postal code</source>
        <translation>送付先の郵便番号</translation>
    </message>
    <message>
        <source>Mailing address</source>
        <translation>送付先の住所</translation>
    </message>
    <message>
        <source>Further addresses</source>
        <translation>その他の住所</translation>
    </message>
    <message>
        <source>Telephone numbers</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Mail addresses</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>顧客番号</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Suspension of use</source>
        <translation>利用停止</translation>
    </message>
    <message>
        <source>Consent and opt-out</source>
        <translation>同意・配信停止</translation>
    </message>
    <message>
        <source>Number of open requests</source>
        <translation>対応中の請求の件数</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>最終利用日</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保存期限</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>廃棄の保留</translation>
    </message>
    <message>
        <source>Number of warnings</source>
        <translation>警告の件数</translation>
    </message>
    <message>
        <source>Former names and aliases</source>
        <translation>旧姓・別名</translation>
    </message>
    <message>
        <source>Postal addresses</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Phones and mail addresses</source>
        <translation>電話番号・メールアドレス</translation>
    </message>
    <message>
        <source>Language of letters</source>
        <translation>文書の言語</translation>
    </message>
    <message>
        <source>Source of the data</source>
        <translation>情報の取得元</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>利用開始日</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>利用終了日</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Held for a partner</source>
        <translation>委託を受けた情報</translation>
    </message>
    <message>
        <source>Source of what was changed</source>
        <translation>変更した項目の取得元</translation>
    </message>
    <message>
        <source>Transactions and payments</source>
        <translation>取引・支払</translation>
    </message>
    <message>
        <source>Purposes of use</source>
        <translation>利用目的</translation>
    </message>
    <message>
        <source>Exemptions from a suspension</source>
        <translation>利用停止の例外</translation>
    </message>
    <message>
        <source>Uses that a suspension stopped</source>
        <translation>利用停止により止めた利用</translation>
    </message>
    <message>
        <source>Agents, household and other records of the same person</source>
        <translation>代理人・世帯・同一人の記録</translation>
    </message>
    <message>
        <source>Records that may be the same person&apos;s</source>
        <translation>同一人の可能性がある記録</translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>変更履歴</translation>
    </message>
    <message>
        <source>Bank account, card and licence numbers</source>
        <translation>口座・カード・免許証の番号</translation>
    </message>
    <message>
        <source>Rows of imports that wait</source>
        <translation>取込みの確認待ちの行</translation>
    </message>
    <message>
        <source>Who looked at a customer</source>
        <translation>顧客情報の閲覧記録</translation>
    </message>
    <message>
        <source>List of requests</source>
        <translation>請求の一覧</translation>
    </message>
    <message>
        <source>A request</source>
        <translation>請求の内容</translation>
    </message>
    <message>
        <source>List of mails</source>
        <translation>メールの一覧</translation>
    </message>
    <message>
        <source>A mail</source>
        <translation>メールの内容</translation>
    </message>
    <message>
        <source>List of letters</source>
        <translation>文書の一覧</translation>
    </message>
    <message>
        <source>A letter</source>
        <translation>文書の内容</translation>
    </message>
    <message>
        <source>A letter with whole numbers</source>
        <translation>番号を全桁載せた文書</translation>
    </message>
    <message>
        <source>Ends of retention</source>
        <translation>保存期限の一覧</translation>
    </message>
    <message>
        <source>The office&apos;s settings</source>
        <translation>事業者の設定</translation>
    </message>
    <message>
        <source>Users and roles</source>
        <translation>利用者と役割</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>操作記録</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>銀行口座</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>クレジットカード</translation>
    </message>
    <message>
        <source>Driver&apos;s licence</source>
        <translation>運転免許証</translation>
    </message>
</context>
<context>
    <name>filters</name>
    <message>
        <source>Status</source>
        <translation>状況</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保存期間</translation>
    </message>
    <message>
        <source>May not be used for</source>
        <translation>利用できない目的</translation>
    </message>
    <message>
        <source>Consented to</source>
        <translation>同意のある目的</translation>
    </message>
    <message>
        <source>Transactions from</source>
        <translation>取引の提供元</translation>
    </message>
    <message>
        <source>Use limited</source>
        <translation>利用制限あり</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>処理中の請求あり</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告あり</translation>
    </message>
    <message>
        <source>Period over</source>
        <translation>満了</translation>
    </message>
    <message>
        <source>Ends within 90 days</source>
        <translation>90 日以内に満了</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>廃棄を保留中</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>期限なし</translation>
    </message>
    <message>
        <source>Retention: {value}</source>
        <translation>保存期間：{value}</translation>
    </message>
    <message>
        <source>Not for: {value}</source>
        <translation>利用不可：{value}</translation>
    </message>
    <message>
        <source>Consented: {value}</source>
        <translation>同意あり：{value}</translation>
    </message>
    <message>
        <source>From: {value}</source>
        <translation>提供元：{value}</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>削除済み</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>Myself</source>
        <translation>自分のみ</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>ordinary</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当座</translation>
    </message>
    <message>
        <source>savings</source>
        <translation>貯蓄</translation>
    </message>
    <message>
        <source>other</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>log</name>
    <message>
        <source>The log is the one of this paper: up to that entry nothing was changed or left out since.</source>
        <translation>操作記録はこの印刷物と一致します。その番号までの記録は、印刷後に変更も削除もされていません。</translation>
    </message>
    <message>
        <source>The log is not the one of this paper: at that number another entry stands today.</source>
        <translation>操作記録はこの印刷物と一致しません。同じ番号に別の記録があります。</translation>
    </message>
    <message>
        <source>The log ends before that entry: this is an older copy, or its end was cut off.</source>
        <translation>操作記録はその番号より前で終わっています。古い複製であるか、末尾が切り取られています。</translation>
    </message>
    <message>
        <source>Entry {at} is missing.</source>
        <translation>{at} 番の記録がありません。</translation>
    </message>
    <message>
        <source>Entry {at} was altered, or does not follow from the one before.</source>
        <translation>{at} 番の記録が書き換えられているか、その前の記録につながっていません。</translation>
    </message>
    <message>
        <source>The section of the log that begins with entry {at} was not opened by a manager.</source>
        <translation>{at} 番から始まる区間は、管理者が開いたものではありません。</translation>
    </message>
    <message>
        <source>Entry {at} was written by somebody who did not have the log&apos;s key of that moment.</source>
        <translation>{at} 番の記録は、その時点の操作記録の鍵を持たない者が書いたものです。</translation>
    </message>
    <message>
        <source>The signature at entry {at} is not that of who is named there.</source>
        <translation>{at} 番の記録の署名は、そこに名前のある利用者のものではありません。</translation>
    </message>
    <message>
        <source>The signature that belongs to entry {at} is missing.</source>
        <translation>{at} 番の記録にあるはずの署名がありません。</translation>
    </message>
    <message>
        <source>Entry {at} was not written in a sitting of the person whom it names.</source>
        <translation>{at} 番の記録は、そこに記された利用者自身の利用中に書き込まれたものではありません。</translation>
    </message>
    <message>
        <source>The end of the log is missing: more was written after entry {at}.</source>
        <translation>操作記録の末尾がありません。{at} 番より後にも記録がありました。</translation>
    </message>
    <message>
        <source>This PC has seen another entry {at}, or it is missing: an older copy, or a rewritten log.</source>
        <translation>この PC が以前に確認した {at} 番の記録が、別のものになっているか、ありません。古い複製であるか、操作記録が書き換えられています。</translation>
    </message>
    <message>
        <source>{entries} entries follow one another without a gap or a change.</source>
        <translation>{entries} 件の記録は、欠落も変更もなく順につながっています。</translation>
    </message>
    <message>
        <source>Signatures that hold: {signatures}, made with {signers} keys.</source>
        <translation>正しいと確認できた署名は {signatures} 件です（署名鍵 {signers} 本）。</translation>
    </message>
    <message>
        <source>The keyed check was not made: only an auditor or the recovery sheet holds the log&apos;s key.</source>
        <translation>鍵による検証は行っていません。操作記録の鍵は、監査担当と復旧シートだけが持っています。</translation>
    </message>
    <message>
        <source>The keyed check was made for {keyed} of {entries} entries. You do not hold the key of the entries {without}: for these chain and signatures alone were proved.</source>
        <translation>鍵による検証は {entries} 件のうち {keyed} 件について行いました。{without} 番の記録は鍵をお持ちでないため、つながりと署名だけを確かめました。</translation>
    </message>
    <message>
        <source>The keyed check was made for all entries: nobody without the key of that moment wrote them.</source>
        <translation>鍵による検証をすべての記録について行いました。その時点の鍵を持たない者が書いた記録はありません。</translation>
    </message>
    <message>
        <source>Each sitting names only the person who unlocked the desk for it. What that person wrote, and whom as approver, nobody else has signed.</source>
        <translation>各回の利用の記録は、保管庫を開いた利用者のものだけでした。本人が書き込んだ内容と、そこに記した承認者には、ほかの人の署名はありません。</translation>
    </message>
    <message>
        <source>What this PC saw last, up to entry {anchor}, was compared.</source>
        <translation>この PC が前回確認した {anchor} 番までの内容と照合しました。</translation>
    </message>
    <message>
        <source>This PC has seen nothing of this log before; compare a code from paper.</source>
        <translation>この PC には、この操作記録を確認した履歴がありません。印刷物の照合コードと照合してください。</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>What would we answer today?</source>
        <translation>今日開示するとしたら</translation>
    </message>
    <message>
        <source>Changes of the record</source>
        <translation>変更履歴</translation>
    </message>
    <message>
        <source>Who looked at the record</source>
        <translation>閲覧記録</translation>
    </message>
    <message>
        <source>Handled for another business, which alone may disclose: the letter refers to it (APPI Art. 16(4)).</source>
        <translation>他の事業者から取扱いを委託されたデータで、開示の権限はその事業者にあります。文書ではその旨をご案内します（法第16条第4項）。</translation>
    </message>
    <message>
        <source>Showing that these data exist does harm: the letter says that none are held (Enforcement Order Art. 5). A manager decides that.</source>
        <translation>存否が明らかになると害が生ずるデータのため、文書では保有していない旨を回答します（施行令第5条）。これは管理者が決定します。</translation>
    </message>
    <message>
        <source>Holds are told with their reasons: {what}. To withhold them needs a ground of APPI Art. 33(2) and a manager.</source>
        <translation>廃棄の保留（{what}）は、理由とともに開示されます。不開示とするには、法第33条第2項の事由と管理者の承認が必要です。</translation>
    </message>
    <message>
        <source>The notes of the record go out word for word.</source>
        <translation>備考は、書かれているとおりに開示されます。</translation>
    </message>
    <message>
        <source>No address is on file; the letter could not be sent.</source>
        <translation>住所の登録がないため、文書を送付できません。</translation>
    </message>
    <message>
        <source>The font lacks these characters: {glyphs}</source>
        <translation>フォントにない文字があります：{glyphs}</translation>
    </message>
</context>
<context>
    <name>password</name>
    <message>
        <source>Use at least 15 characters; several words are easier to remember than signs.</source>
        <translation>15 文字以上にしてください。記号を混ぜるより、いくつかの言葉をつなげる方が覚えやすくなります。</translation>
    </message>
    <message>
        <source>Use at most 1,024 characters.</source>
        <translation>1,024 文字以下にしてください。</translation>
    </message>
    <message>
        <source>This is one of the first passwords that others would try. Choose another one.</source>
        <translation>真っ先に試されるパスワードです。別のものにしてください。</translation>
    </message>
    <message>
        <source>This is little more than the name of the office, the program or the user. Add other words.</source>
        <translation>事業所、プログラム又は利用者の名前とほとんど同じです。ほかの言葉を足してください。</translation>
    </message>
    <message>
        <source>This repeats or counts on. Choose something that does not follow a pattern.</source>
        <translation>繰り返しや連番です。規則性のないものにしてください。</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保存期間</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>操作記録</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>policy</name>
    <message>
        <source>On</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>Advertising</source>
        <translation>広告宣伝</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>確認済</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>a single use</source>
        <translation>一回限り</translation>
    </message>
    <message>
        <source>every use</source>
        <translation>期間内すべて</translation>
    </message>
</context>
<context>
    <name>post</name>
    <message>
        <source>To print</source>
        <translation>印刷待ち</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>発送待ち</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>発送済</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>返戻</translation>
    </message>
    <message>
        <source>Ordinary post</source>
        <translation>普通郵便</translation>
    </message>
    <message>
        <source>Simplified registered post</source>
        <translation>簡易書留</translation>
    </message>
    <message>
        <source>Registered post</source>
        <translation>一般書留</translation>
    </message>
    <message>
        <source>Registered, addressee only</source>
        <translation>本人限定受取郵便</translation>
    </message>
    <message>
        <source>Letter Pack</source>
        <translation>レターパック</translation>
    </message>
    <message>
        <source>Handed over at the office</source>
        <translation>窓口で手渡し</translation>
    </message>
    <message>
        <source>Mail, encrypted PDF</source>
        <translation>メール（暗号化 PDF）</translation>
    </message>
</context>
<context>
    <name>requests</name>
    <message>
        <source>customer number</source>
        <translation>顧客番号</translation>
    </message>
    <message>
        <source>name and date of birth</source>
        <translation>氏名・生年月日</translation>
    </message>
    <message>
        <source>mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>telephone number</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>same {grounds}</source>
        <translation>{grounds}が一致</translation>
    </message>
    <message>
        <source>{stopped} of {count} uses are stopped already</source>
        <translation>停止済 {stopped}／{count}</translation>
    </message>
    <message>
        <source>{kinds} kinds of data, {records} records</source>
        <translation>{kinds} 区分・{records} 件</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>受信箱</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新着</translation>
    </message>
    <message>
        <source>Waiting for papers</source>
        <translation>書類待ち</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>対応中</translation>
    </message>
    <message>
        <source>For approval</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>発送待ち</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>終結</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Due by {day}</source>
        <translation>{day} までに期限</translation>
    </message>
    <message>
        <source>Requests by state</source>
        <translation>状態別の請求</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>写し</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>本人であることの確認</translation>
    </message>
    <message>
        <source>The right to ask</source>
        <translation>代理権等の確認</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>本日</translation>
    </message>
    <message>
        <source>{days} d left</source>
        <translation>あと {days} 日</translation>
    </message>
    <message>
        <source>{days} d late</source>
        <translation>{days} 日超過</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>あと 1 日</translation>
    </message>
    <message>
        <source>1 day late</source>
        <translation>1 日超過</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>あと {days} 日</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>{days} 日超過</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未決定</translation>
    </message>
    <message>
        <source>It has stood still since {day}; each day of waiting is added.</source>
        <translation>{day} から停止中です。待つ日数だけ延びます。</translation>
    </message>
    <message>
        <source>a former purpose</source>
        <translation>廃止された利用目的</translation>
    </message>
    <message>
        <source>link removed</source>
        <translation>顧客の特定を解除</translation>
    </message>
    <message>
        <source>needs another check of identity</source>
        <translation>本人確認のやり直しが必要</translation>
    </message>
    <message>
        <source>item {number}</source>
        <translation>請求項目 {number}</translation>
    </message>
    <message>
        <source>by the only user</source>
        <translation>唯一の利用者が自ら承認</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>請求者</translation>
    </message>
    <message>
        <source>About whom</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>Gets the answer</source>
        <translation>回答の送付先</translation>
    </message>
</context>
<context>
    <name>retention</name>
    <message>
        <source>held</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>on</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>off</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>期限なし</translation>
    </message>
    <message>
        <source>disposable</source>
        <translation>廃棄の対象</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 日以内</translation>
    </message>
    <message>
        <source>to prepare</source>
        <translation>廃棄の準備</translation>
    </message>
    <message>
        <source>31–60 days</source>
        <translation>31～60 日</translation>
    </message>
    <message>
        <source>61–90 days</source>
        <translation>61～90 日</translation>
    </message>
    <message>
        <source>not due</source>
        <translation>廃棄の対象外</translation>
    </message>
    <message>
        <source>to clarify</source>
        <translation>確認が必要</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>起算前</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>期限不明</translation>
    </message>
    <message>
        <source>no rule</source>
        <translation>規則なし</translation>
    </message>
    <message>
        <source>{trigger} + {months} months</source>
        <translation>{trigger}の{months}か月後</translation>
    </message>
    <message>
        <source>Everything, the earliest end first</source>
        <translation>すべて（期限の早い順）</translation>
    </message>
    <message>
        <source>provision</source>
        <translation>確認済</translation>
    </message>
    <message>
        <source>own</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>{changed} of {records} records get another last day.</source>
        <translation>{records}件のうち{changed}件の保存期限が変わります。</translation>
    </message>
    <message>
        <source>About {changed} of {records} records get another last day.</source>
        <translation>約{records}件のうち約{changed}件の保存期限が変わります。</translation>
    </message>
    <message>
        <source>{over} of them are then past it.</source>
        <translation>そのうち{over}件は期限を過ぎることになります。</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{year}年{month}</translation>
    </message>
    <message>
        <source>{month} ’{year}</source>
        <translation>{year}年{month}</translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>Manager</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>Support staff</source>
        <translation>窓口担当</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>監査担当</translation>
    </message>
    <message>
        <source>active</source>
        <translation>利用中</translation>
    </message>
    <message>
        <source>invited</source>
        <translation>招待中</translation>
    </message>
    <message>
        <source>invitation expired</source>
        <translation>招待の期限切れ</translation>
    </message>
    <message>
        <source>to be countersigned</source>
        <translation>管理者の署名待ち</translation>
    </message>
    <message>
        <source>at the desk now</source>
        <translation>操作中</translation>
    </message>
    <message>
        <source>left</source>
        <translation>利用終了</translation>
    </message>
</context>
<context>
    <name>sections</name>
    <message>
        <source>Suspended uses</source>
        <translation>利用停止中の利用</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>休業日</translation>
    </message>
    <message>
        <source>Envelopes</source>
        <translation>封筒</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>手数料</translation>
    </message>
    <message>
        <source>Desk and data</source>
        <translation>保管庫とデータ</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>言語と外観</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>提携先</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>権限</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>事業所の情報</translation>
    </message>
    <message>
        <source>Seal and letters</source>
        <translation>印影と文書</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>保護</translation>
    </message>
    <message>
        <source>Purposes of use</source>
        <translation>利用目的</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>利用者</translation>
    </message>
</context>
<context>
    <name>sights</name>
    <message>
        <source>yes</source>
        <translation>可</translation>
    </message>
    <message>
        <source>masked; whole with a reason</source>
        <translation>伏せ字（理由があれば全桁）</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>伏せ字</translation>
    </message>
    <message>
        <source>own entries</source>
        <translation>本人の分のみ</translation>
    </message>
    <message>
        <source>–</source>
        <translation>－</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>Late</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>本日期限</translation>
    </message>
    <message>
        <source>Due within 7 days</source>
        <translation>7 日以内に期限</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>Answers that came in</source>
        <translation>届いた返信</translation>
    </message>
    <message>
        <source>Unread mails</source>
        <translation>未処理のメール</translation>
    </message>
    <message>
        <source>Letters to print</source>
        <translation>印刷待ちの文書</translation>
    </message>
    <message>
        <source>Letters to send</source>
        <translation>発送待ちの文書</translation>
    </message>
    <message>
        <source>Letters that came back</source>
        <translation>返戻された文書</translation>
    </message>
    <message>
        <source>Imported rows that wait</source>
        <translation>取込みの確認待ち</translation>
    </message>
    <message>
        <source>Uses that a suspension refused, in 7 days</source>
        <translation>利用停止により拒まれた利用（7 日間）</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>本日</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>あと 1 日</translation>
    </message>
    <message>
        <source>1 day late</source>
        <translation>1 日超過</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>あと {days} 日</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>{days} 日超過</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新しい顧客</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>新しい請求</translation>
    </message>
    <message>
        <source>Request from a mail</source>
        <translation>メールからの請求</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>設定</translation>
    </message>
</context>
</TS>
